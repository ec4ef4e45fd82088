/** One field that a request was refused for. */
export interface FieldProblem {
  field: string;
  code: string;
  message: string;
}

/** What the services answer when they refuse, see RFC 9457. */
export interface ProblemDocument {
  status: number;
  title: string;
  detail?: string;
  instance?: string;
  code?: string;
  errors?: FieldProblem[];
  mergedInto?: string;
}

/** An answer that is no success. Its message is written for people, in their language, by the service. */
export class Problem extends Error {
  readonly status: number;
  readonly document: ProblemDocument;
  /** Seconds after which asking again makes sense; null when the service did not say. */
  readonly retryAfter: number | null;

  constructor(document: ProblemDocument, retryAfter: number | null = null) {
    super(document.detail || document.title);
    this.name = 'Problem';
    this.status = document.status;
    this.document = document;
    this.retryAfter = retryAfter;
  }

  /** Whether the service said in words what is wrong; what stands in between does not. */
  get told(): boolean {
    return this.document.code !== undefined || !!this.document.errors?.length;
  }

  /** What is wrong with one field; undefined when nothing is. */
  of(field: string): string | undefined {
    return this.document.errors?.find((error) => error.field === field)?.message;
  }

  /** The service cannot answer now and says so. */
  get passing(): boolean {
    return this.status === 503 || this.status === 502 || this.status === 504 || this.status === 429;
  }
}

/** Nothing answered at all: no network, or nobody there. */
export class Unreachable extends Error {
  constructor() {
    super('unreachable');
    this.name = 'Unreachable';
  }
}

/** Reads a refusal; also one that is no problem document, as a proxy in between may send. */
export async function problemOf(answer: Response): Promise<Problem> {
  const after = Number(answer.headers.get('Retry-After'));
  const retryAfter = answer.headers.has('Retry-After') && Number.isFinite(after) ? after : null;
  if (answer.headers.get('Content-Type')?.includes('json')) {
    const body: unknown = await answer.json().catch(() => null);
    if (body && typeof body === 'object') {
      return new Problem({ title: answer.statusText, ...body, status: answer.status } as ProblemDocument, retryAfter);
    }
  }
  return new Problem({ status: answer.status, title: answer.statusText || String(answer.status) }, retryAfter);
}
