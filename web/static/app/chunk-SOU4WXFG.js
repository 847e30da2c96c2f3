import{t as o}from"./chunk-HL5E4EFT.js";function l(){let n=o("ofChoice","ActorKind");return({actorName:i,actorKind:r,organisationName:t})=>[t,i].filter(Boolean).join(", ")||n(r)}export{l as a};
