; The narrator: festvox-us-slt-hts, a little slower than it speaks of its own accord.
(voice_cmu_us_slt_arctic_hts)
(set! hts_engine_params (append '(("-r" 0.9)) hts_engine_params))
