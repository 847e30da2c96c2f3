// A single-page application: it logs in, asks the API with its token, refreshes, revokes and logs out.
const manager = new oidc.UserManager({
  ...settings,
  redirect_uri: `${location.origin}/callback`,
  post_logout_redirect_uri: `${location.origin}/`,
  scope: "openid offline_access register:read",
  automaticSilentRenew: false,
  revokeTokenTypes: ["refresh_token"], // access tokens end after five minutes and cannot be revoked
  userStore: new oidc.WebStorageStateStore({ store: sessionStorage }),
});

async function ask(query, more = {}) {
  const user = await manager.getUser();
  const response = await fetch(settings.api, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${user?.access_token}` },
    body: JSON.stringify({ query }),
    ...more,
  });
  return { status: response.status, challenge: response.headers.get("www-authenticate"), body: await response.json() };
}

async function begin() {
  if (location.pathname === "/callback") {
    await manager.signinCallback();
    history.replaceState(null, "", "/");
  }
  const user = await manager.getUser();
  document.getElementById("state").textContent = user ? "logged in" : "anonymous";
}

begin().catch((error) => {
  document.getElementById("state").textContent = `failed: ${error.message}`;
});
