declare module 'swagger-ui-dist/swagger-ui-es-bundle.js' {
  type Request = { headers?: Record<string, string>; [more: string]: unknown };
  const SwaggerUI: (options: {
    domNode: HTMLElement;
    spec: object;
    docExpansion?: 'none' | 'list' | 'full';
    defaultModelsExpandDepth?: number;
    displayRequestDuration?: boolean;
    filter?: boolean;
    validatorUrl?: string | null;
    requestInterceptor?: (request: Request) => Request;
  }) => unknown;
  export default SwaggerUI;
}
