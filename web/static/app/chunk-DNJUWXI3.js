function r(e){let n=e??[];return{nodes:n,pageInfo:{hasNextPage:n.length===50,endCursor:n.at(-1)?.cursor??null}}}export{r as a};
