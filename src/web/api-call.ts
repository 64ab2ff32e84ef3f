import type { paths } from './openapi.ts';
import type { z } from './zod.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** An address as its description writes it, as the type of what is called: `/api/x/{id}` → `/api/x/${string}`. */
type Filled<Path extends string> = Path extends `${infer Before}{${string}}${infer After}`
  ? `${Before}${string}${Filled<After>}`
  : Path;

type Described<M extends Method> = {
  [P in keyof paths & string]: paths[P] extends Record<Lowercase<M>, object> ? P : never;
}[keyof paths & string];

/** Every address that the API describes for a method, with or without a query. */
export type Address<M extends Method> = Filled<Described<M>> | `${Filled<Described<M>>}?${string}`;

type WithoutQuery<A extends string> = A extends `${infer Path}?${string}` ? Path : A;

/** The described paths that an address may mean; the one of the very same shape where there is one. */
type Meant<M extends Method, A extends string> = {
  [P in Described<M>]: A extends Filled<P> ? P : never;
}[Described<M>];
type Exactly<M extends Method, A extends string> = {
  [P in Described<M>]: [A, Filled<P>] extends [Filled<P>, A] ? P : never;
}[Described<M>];
type PathOf<M extends Method, A extends string> = [Exactly<M, A>] extends [never] ? Meant<M, A> : Exactly<M, A>;

type Operation<M extends Method, A extends string> = paths[PathOf<M, WithoutQuery<A>>] extends infer Methods
  ? Methods extends Record<Lowercase<M>, infer Found>
    ? Found
    : never
  : never;

/** What is sent is only read; what is described as any object may be one of any type. */
type Readable<T> = T extends object
  ? string extends keyof T
    ? object
    : { readonly [K in keyof T]: Readable<T[K]> }
  : T;

type JsonOf<Part> = Part extends { content: { 'application/json': infer Json } } ? Json : never;

/** What a call may send: the described JSON, or a form where a form is described. */
export type Sent<M extends Method, A extends string> =
  Operation<M, A> extends { requestBody?: infer Body }
    ? Body extends { content: { 'multipart/form-data': unknown } }
      ? FormData
      : Readable<JsonOf<Body>>
    : never;

/** What the described 2xx answers carry. */
export type Answered<M extends Method, A extends string> =
  Operation<M, A> extends { responses: infer Responses }
    ? { [Status in keyof Responses & (200 | 201 | 202)]: JsonOf<Responses[Status]> }[keyof Responses &
        (200 | 201 | 202)]
    : never;

/** The schema itself if it takes every answer that is described; otherwise no type that a schema has. */
export type Fitting<S extends z.ZodType, Answer> = [Answer] extends [z.input<S>] ? S : { readonly refuses: Answer };
