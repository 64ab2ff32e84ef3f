/** An answer of the API with its JSON, which is an empty object where there is none. Its test knows what it holds. */
export async function readAnswer(answer: Response) {
  const text = await answer.text();
  return { status: answer.status, json: text === '' ? {} : JSON.parse(text) };
}
