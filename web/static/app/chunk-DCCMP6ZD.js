import{m as r}from"./chunk-DYNJRI3W.js";function p(){let{purposes:e}=r().words.records;return o=>(o??"").split(/[\s,]+/).map(s=>e[s]??s).join(", ")}export{p as a};
