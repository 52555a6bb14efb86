import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Failure } from '../../components/failure.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { useWords } from '../../words.tsx';
import './api-section.css';

/** The API, to be read and tried. Its page comes only when it is asked for; requests carry the session's own cookie. */
export function ApiSection() {
  const { t, language } = useWords();
  const place = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<'loading' | 'there' | 'failed'>('loading');
  const [again, setAgain] = useState(0);
  const dark = useComputedColorScheme('light') === 'dark';
  // Its own dark colours hang on this class.
  useEffect(() => {
    document.documentElement.classList.toggle('dark-mode', dark);
    return () => document.documentElement.classList.remove('dark-mode');
  }, [dark]);
  useEffect(() => {
    let over = false;
    setState('loading');
    const load = async () => {
      const [{ default: SwaggerUI }, answer] = await Promise.all([
        import('swagger-ui-dist/swagger-ui-es-bundle.js'),
        fetch('/api/openapi.json'),
        import('swagger-ui-dist/swagger-ui.css'),
      ]);
      if (!answer.ok) throw new Error(`the document answered ${answer.status}`);
      const spec = (await answer.json()) as object;
      if (over || !place.current) return;
      SwaggerUI({
        domNode: place.current,
        spec,
        docExpansion: 'none',
        defaultModelsExpandDepth: -1,
        displayRequestDuration: true,
        filter: true,
        // Its validator is on another site.
        validatorUrl: null,
        requestInterceptor: (request) => ({
          ...request,
          credentials: 'same-origin',
          headers: { ...request.headers, 'x-takt-language': language },
        }),
      });
      setState('there');
    };
    load().catch((error: unknown) => {
      console.error(error);
      if (!over) setState('failed');
    });
    const node = place.current;
    return () => {
      over = true;
      node?.replaceChildren();
    };
  }, [again, language]);
  return (
    <>
      <header>
        <h2>{t('web.api.title')}</h2>
        <p className="s t2">
          {t('web.api.lead')}{' '}
          <a href="/api/openapi.json" target="_blank" rel="noreferrer">
            {t('web.api.document')}
          </a>
        </p>
      </header>
      {state === 'loading' && <Waiting rows={6} height={40} />}
      {state === 'failed' && <Failure error={new Error(t('web.api.failed'))} retry={() => setAgain(again + 1)} />}
      <div ref={place} className="swagger card" hidden={state !== 'there'} />
    </>
  );
}
