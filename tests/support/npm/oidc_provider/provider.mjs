// A certified OpenID provider (npm oidc-provider) as the identity tests need it. Reads its configuration as one JSON
// object from the environment variable CONFIGURATION, writes "ready" when it serves, ends with its standard input.
import { randomBytes } from 'node:crypto';
import Provider from 'oidc-provider';

const { port, app, audience, keys, agencyKey, secret } = JSON.parse(process.env.CONFIGURATION);
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
      ...people, ...basic, client_id: 'polku-web', redirect_uris: [`${app}/auth/callback`],
      post_logout_redirect_uris: [`${app}/auth/logged-out`],
      backchannel_logout_uri: `${app}/auth/backchannel-logout`, backchannel_logout_session_required: true,
    },
    { ...people, ...basic, client_id: 'front', redirect_uris: ['http://127.0.0.1:1/front'] },
    { ...system, ...basic, client_id: 'agency-secret' },
    {
      ...system, client_id: 'agency-key', token_endpoint_auth_method: 'private_key_jwt',
      token_endpoint_auth_signing_alg: 'ES256', jwks: { keys: [agencyKey] },
    },
  ],
  scopes: ['openid', 'offline_access', ...scopes],
  claims: { openid: ['sub'] },
  findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  rotateRefreshToken: true,
  issueRefreshToken: (_context, client, code) => client.grantTypeAllowed('refresh_token') && code.scopes.has('offline_access'),
  ttl: { AccessToken: 300, ClientCredentials: 300, RefreshToken: 3600, IdToken: 300, Session: 3600, Grant: 3600, Interaction: 600 },
  features: {
    devInteractions: { enabled: true },
    clientCredentials: { enabled: true },
    backchannelLogout: { enabled: true },
    rpInitiatedLogout: { enabled: true },
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

for (const event of ['server_error', 'backchannel.error', 'grant.error', 'authorization.error']) {
  provider.on(event, (...details) => console.error(event, String(details.find((detail) => detail instanceof Error))));
}
provider.listen(port, '127.0.0.1', () => console.log('ready'));
process.stdin.on('end', () => process.exit(0)).resume();
