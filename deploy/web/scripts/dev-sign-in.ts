import type { ProxyOptions } from 'vite';

/**
 * Lets the development server speak as a demo client (RAPPORT_CLIENT=demo-rep), so that pages can be built without a
 * browser session. Never part of the built page.
 */
export function signedIn(product: string, client: string | undefined): ProxyOptions['configure'] {
  return (proxy) => {
    if (!client) return;
    let token = '';
    const renew = async () => {
      const answer = await fetch(`${product}/oauth2/token`, {
        method: 'POST',
        headers: {
          Authorization: `Basic ${Buffer.from(`${client}:demo`).toString('base64')}`,
          'Content-Type': 'application/x-www-form-urlencoded',
        },
        body: 'grant_type=client_credentials',
      }).catch(() => null);
      if (answer?.ok) token = ((await answer.json()) as { access_token: string }).access_token;
    };
    void renew();
    setInterval(renew, 60_000).unref();
    proxy.on('proxyReq', (request) => {
      request.removeHeader('cookie');
      if (token) request.setHeader('Authorization', `Bearer ${token}`);
    });
  };
}
