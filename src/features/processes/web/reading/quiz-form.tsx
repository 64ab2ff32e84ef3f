import { Alert, Button, Checkbox, Group, Radio, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call } from '../../../../web/api.ts';
import { ErrorPanel } from '../../../../web/controls/panels.tsx';
import { type AskedQuiz, readingPath, readingQuery, type Tried, triedSchema } from './contract.ts';
import { timeWords } from './words.ts';

interface Props {
  readonly processId: string;
  readonly quiz: AskedQuiz;
}

type Chosen = Readonly<Record<string, readonly number[]>>;

/** The questions that come before confirming. Which answers were wrong is told here alone. */
export function QuizForm({ processId, quiz }: Props): ReactElement {
  const client = useQueryClient();
  const [chosen, setChosen] = useState<Chosen>({});
  const [tried, setTried] = useState<Tried | null>(null);
  const send = useMutation({
    mutationFn: () =>
      call(triedSchema, 'POST', `${readingPath(processId)}/quiz` as const, {
        body: { answers: quiz.questions.map(({ id }) => ({ id, chosen: [...(chosen[id] ?? [])] })) },
      }),
    onSuccess: async (result) => {
      setTried(result);
      await client.invalidateQueries({ queryKey: readingQuery(processId).queryKey });
    },
  });
  const isAnswered = quiz.questions.every(({ id }) => (chosen[id]?.length ?? 0) > 0);
  const waits = quiz.tryAt !== null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate();
      }}
    >
      <Stack gap="lg">
        {quiz.questions.map((question, index) => (
          <QuestionFields
            key={question.id}
            question={question}
            number={index + 1}
            chosen={chosen[question.id] ?? []}
            result={tried?.questions.find(({ id }) => id === question.id)}
            isOver={quiz.passed || waits}
            onChoose={(places) => setChosen({ ...chosen, [question.id]: places })}
          />
        ))}
        <Result quiz={quiz} tried={tried} />
        {send.isError && <ErrorPanel error={send.error} />}
        {!quiz.passed && (
          <Group>
            <Button type="submit" variant="default" loading={send.isPending} disabled={!isAnswered || waits}>
              {quiz.tries === 0 ? 'Check my answers' : 'Check them again'}
            </Button>
            <Text size="sm" c="dimmed">
              {quiz.needed === quiz.questions.length
                ? 'All answers have to be right.'
                : `${quiz.needed} of ${quiz.questions.length} have to be right.`}
            </Text>
          </Group>
        )}
      </Stack>
    </form>
  );
}

interface FieldsProps {
  readonly question: AskedQuiz['questions'][number];
  readonly number: number;
  readonly chosen: readonly number[];
  readonly result: Tried['questions'][number] | undefined;
  readonly isOver: boolean;
  readonly onChoose: (places: readonly number[]) => void;
}

function QuestionFields({ question, number, chosen, result, isOver, onChoose }: FieldsProps): ReactElement {
  const { kind, text, answers } = question;
  const label = `${number}. ${text}`;
  const told = result === undefined ? null : <Explained result={result} answers={answers} />;
  const values = chosen.map(String);
  if (kind === 'many') {
    return (
      <Checkbox.Group
        label={label}
        description="Several may be right."
        value={values}
        onChange={(picked) => onChoose(picked.map(Number))}
      >
        <Stack gap={10} mt={8}>
          {answers.map((answer, place) => (
            <Checkbox key={answer} value={String(place)} label={answer} disabled={isOver} />
          ))}
        </Stack>
        {told}
      </Checkbox.Group>
    );
  }
  return (
    <Radio.Group label={label} value={values[0] ?? ''} onChange={(picked) => onChoose([Number(picked)])}>
      <Stack gap={10} mt={8}>
        {answers.map((answer, place) => (
          <Radio key={answer} value={String(place)} label={answer} disabled={isOver} />
        ))}
      </Stack>
      {told}
    </Radio.Group>
  );
}

function Explained({
  result: { isRight, explains, answers: right },
  answers,
}: {
  readonly result: Tried['questions'][number];
  readonly answers: readonly string[];
}): ReactElement {
  const told = right === null || isRight ? '' : ` Right is: ${right.map((place) => answers[place]).join(', ')}.`;
  return (
    <Text size="sm" mt={8} c={isRight ? 'var(--coact-good, var(--mantine-color-green-text))' : 'red'}>
      <b>{isRight ? 'Right.' : 'Not right.'}</b> {explains}
      {told}
    </Text>
  );
}

function Result({ quiz, tried }: { readonly quiz: AskedQuiz; readonly tried: Tried | null }): ReactElement | null {
  if (quiz.passed) return <Alert role="status" color="green" title="You have passed the quiz" />;
  if (quiz.tryAt !== null) {
    return (
      <Alert role="status" color="yellow" title={`You can try again from ${timeWords(quiz.tryAt)}`}>
        Read it once more until then.
      </Alert>
    );
  }
  if (tried === null) return null;
  return (
    <Alert role="status" color="yellow" title={`${tried.right} of ${tried.of} were right`}>
      {tried.needed} are needed. Change what was not right and check again.
    </Alert>
  );
}
