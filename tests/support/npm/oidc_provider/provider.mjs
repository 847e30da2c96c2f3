// A certified OpenID provider (npm oidc-provider) as the identity tests need it. Reads its configuration as one JSON
// object from the environment variable CONFIGURATION, writes "ready" when it serves, ends with its standard input.
// `client` and `features` make it as strict as a broker; `login` is what its log-in page says of the means (acr, amr).
import { randomBytes } from 'node:crypto';
import Provider from 'oidc-provider';

const {
  port, app, audience, keys, agencyKey, secret, callback = '/auth/callback', client = {}, features = {}, login = {},
} = JSON.parse(process.env.CONFIGURATION);
const issuer = `http://127.0.0.1:${port}`;
const scopes = ['register:read', 'register:write', 'referrals:read', 'referrals:write', 'attendance:read'];
const basic = { token_endpoint_auth_method: 'client_secret_basic', client_secret: secret };
const system = { grant_types: ['client_credentials'], response_types: [], redirect_uris: [], scope: 'referrals:read referrals:write' };
const people = { grant_types: ['authorization_code', 'refresh_token'], response_types: ['code'] };

const provider = new Provider(issuer, {
  // The built-in guard against requests into the own network blocks log-out over loopback, which is all that tests have.
  fetch: (address, { dispatcher, ...options }) => globalThis.fetch(address, options),
  jwks: { keys },
  clientDefaults: { id_token_signed_response_alg: 'ES256' },
  pkce: { required: () => true },
  cookies: { keys: [randomBytes(32).toString('hex')] },
  clients: [
    {
      ...people, ...(client.token_endpoint_auth_method ? { jwks_uri: `${app}/auth/jwks` } : basic),
      client_id: 'polku-web', redirect_uris: [`${app}${callback}`],
      post_logout_redirect_uris: [`${app}/auth/logged-out`],
      backchannel_logout_uri: `${app}/auth/backchannel-logout`, backchannel_logout_session_required: true,
      ...client,
    },
    { ...people, ...basic, client_id: 'front', redirect_uris: ['http://127.0.0.1:1/front'] },
    { ...system, ...basic, client_id: 'agency-secret' },
    {
      ...system, client_id: 'agency-key', token_endpoint_auth_method: 'private_key_jwt',
      token_endpoint_auth_signing_alg: 'ES256', jwks: { keys: [agencyKey] },
    },
  ],
  scopes: ['openid', 'offline_access', ...scopes],
  claims: { openid: ['sub'], acr: null, amr: null, auth_time: null },
  acrValues: ['password', 'bank'],
  findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  rotateRefreshToken: true,
  issueRefreshToken: (_context, client, code) => client.grantTypeAllowed('refresh_token') && code.scopes.has('offline_access'),
  ttl: { AccessToken: 300, ClientCredentials: 300, RefreshToken: 3600, IdToken: 300, Session: 3600, Grant: 3600, Interaction: 600 },
  features: {
    devInteractions: { enabled: true },
    clientCredentials: { enabled: true },
    backchannelLogout: { enabled: true },
    rpInitiatedLogout: { enabled: true },
    ...features,
    resourceIndicators: {
      enabled: true,
      defaultResource: () => audience,
      useGrantedResource: () => true,
      getResourceServerInfo: (_context, resource) => ({
        scope: scopes.join(' '), audience: resource, accessTokenTTL: 300, accessTokenFormat: 'jwt', jwt: { sign: { alg: 'ES256' } },
      }),
    },
  },
});

// The built-in log-in page knows no levels of assurance: this one answers in its place when the test names one.
const formOf = async (request) => {
  const parts = [];
  for await (const part of request) parts.push(part);
  return new URLSearchParams(Buffer.concat(parts).toString());
};
provider.use(async (context, next) => {
  if (!login.acr || context.method !== 'POST' || !/^\/interaction\/[\w-]+$/.test(context.path)) return next();
  const { prompt } = await provider.interactionDetails(context.req, context.res);
  if (prompt.name !== 'login') return next();
  const form = await formOf(context.req);
  context.respond = false;
  return provider.interactionFinished(context.req, context.res, { login: { accountId: form.get('login'), ...login } });
});
for (const event of ['server_error', 'backchannel.error', 'grant.error', 'authorization.error']) {
  provider.on(event, (...details) => console.error(event, String(details.find((detail) => detail instanceof Error))));
}
provider.listen(port, '127.0.0.1', () => console.log('ready'));
process.stdin.on('end', () => process.exit(0)).resume();
