/** XML Schema of Podlove Simple Chapters 1.2, made after its specification, which has none of its own. */
export const podloveSchema = `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://podlove.org/simple-chapters"
  xmlns="http://podlove.org/simple-chapters" elementFormDefault="qualified">
  <xs:element name="chapters">
    <xs:complexType>
      <xs:sequence>
        <xs:element name="chapter" maxOccurs="unbounded">
          <xs:complexType>
            <xs:attribute name="start" use="required">
              <xs:simpleType>
                <xs:restriction base="xs:string">
                  <xs:pattern value="([0-9]{2,}:)?[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,3})?"/>
                </xs:restriction>
              </xs:simpleType>
            </xs:attribute>
            <xs:attribute name="title" type="xs:string" use="required"/>
            <xs:attribute name="href" type="xs:anyURI"/>
            <xs:attribute name="image" type="xs:anyURI"/>
          </xs:complexType>
        </xs:element>
      </xs:sequence>
      <xs:attribute name="version" type="xs:string" fixed="1.2"/>
    </xs:complexType>
  </xs:element>
</xs:schema>
`
