import { describe, expect, it } from 'vitest';
import { ConfigError, loadConfig } from './index.ts';

const issuer = { OIDC_ISSUER: 'https://login.example.com/', OIDC_CLIENT_ID: 'coact' };
const pool = { COGNITO_USER_POOL_ID: 'eu-west-1_Ab12Cd34', OIDC_CLIENT_ID: 'coact' };

describe('the issuer to sign in with', () => {
  it('is none unless it is set', () => {
    expect(loadConfig({}).oidc).toBeNull();
  });

  it('stands exactly as it calls itself, with what is usual for the rest', () => {
    expect(loadConfig(issuer).oidc).toEqual({
      issuer: 'https://login.example.com/',
      clientId: 'coact',
      clientSecret: '',
      name: 'Single sign-on',
      scopes: 'openid',
      trustSecondFactor: false,
    });
    expect(loadConfig({ ...issuer, OIDC_ISSUER: 'http://localhost:9000' }).oidc?.issuer).toBe('http://localhost:9000');
  });

  it('follows from the ID of a Cognito user pool, with its region or without', () => {
    const expected = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab12Cd34';
    expect(loadConfig(pool).oidc?.issuer).toBe(expected);
    expect(loadConfig({ ...pool, COGNITO_REGION: 'eu-west-1', OIDC_CLIENT_SECRET: 's' }).oidc).toMatchObject({
      issuer: expected,
      clientSecret: 's',
    });
  });

  it('may ask for more, and its second factor may count', () => {
    const more = { OIDC_SCOPES: 'openid email', OIDC_NAME: 'Harbour', OIDC_TRUST_SECOND_FACTOR: '1' };
    const expected = { scopes: 'openid email', name: 'Harbour', trustSecondFactor: true };
    expect(loadConfig({ ...issuer, ...more }).oidc).toMatchObject(expected);
  });

  it.each([
    ['without a client', { OIDC_ISSUER: issuer.OIDC_ISSUER }, 'OIDC_CLIENT_ID: the issuer needs one.'],
    ['a pool without a client', { COGNITO_USER_POOL_ID: 'eu-west-1_Ab12' }, 'OIDC_CLIENT_ID: the issuer needs one.'],
    ['a client without an issuer', { OIDC_CLIENT_ID: 'coact' }, 'OIDC_ISSUER: OIDC_CLIENT_ID is set without an issuer'],
    ['an issuer beside a pool', { ...issuer, ...pool }, 'OIDC_ISSUER: COGNITO_USER_POOL_ID names an issuer already'],
    ['a region without a pool', { COGNITO_REGION: 'eu-west-1' }, 'COGNITO_USER_POOL_ID: COGNITO_REGION is set without'],
    [
      'a region that is not the pool’s',
      { ...pool, COGNITO_REGION: 'us-east-1' },
      'COGNITO_REGION: the user pool eu-west',
    ],
    ['in the clear', { ...issuer, OIDC_ISSUER: 'http://login.example.com' }, 'OIDC_ISSUER: plain http'],
    ['with a query', { ...issuer, OIDC_ISSUER: 'https://login.example.com/?a=1' }, 'OIDC_ISSUER: give it without "?"'],
    ['of another kind', { ...issuer, OIDC_ISSUER: 'ldap://login.example.com' }, 'OIDC_ISSUER'],
    ['a pool by its ARN', { ...pool, COGNITO_USER_POOL_ID: 'arn:aws:x' }, 'COGNITO_USER_POOL_ID: is not the ID'],
    ['scopes without openid', { ...issuer, OIDC_SCOPES: 'email' }, 'OIDC_SCOPES: begin with "openid"'],
  ])('is refused %s', (_name, env, sentence) => {
    expect(() => loadConfig(env)).toThrow(ConfigError);
    expect(() => loadConfig(env)).toThrow(sentence);
  });
});
