import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  NumberInput,
  Select,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { mostAnswers, mostQuestions } from '../../reading/quiz.ts';
import classes from '../processes.module.css';
import type { Quiz } from './contract.ts';
import { changeKind, emptyQuestion, markRight } from './quiz-draft.ts';

interface Props {
  readonly quiz: Quiz;
  readonly fields: Readonly<Record<string, string>>;
  readonly onChange: (quiz: Quiz) => void;
  readonly onRemove: () => void;
}

/** Questions with what is right, and how many right answers and tries there are to be. */
export function QuizEditor({ quiz, fields, onChange, onRemove }: Props): ReactElement {
  const put = (index: number, question: Question) =>
    onChange({ ...quiz, questions: quiz.questions.with(index, question) });
  return (
    <>
      {quiz.questions.map((question, index) => (
        <QuestionEditor
          key={question.id}
          {...{ question, index }}
          error={(field) => fields[`quiz.questions.${index}.${field}`]}
          onPut={(changed) => put(index, changed)}
          onRemove={
            quiz.questions.length === 1
              ? undefined
              : () => onChange({ ...quiz, questions: quiz.questions.toSpliced(index, 1) })
          }
        />
      ))}
      <Group gap="xs">
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={16} aria-hidden />}
          disabled={quiz.questions.length >= mostQuestions}
          onClick={() => onChange({ ...quiz, questions: [...quiz.questions, emptyQuestion()] })}
        >
          Add a question
        </Button>
        <Button variant="subtle" color="red" size="xs" onClick={onRemove}>
          Ask without a quiz
        </Button>
      </Group>
      <QuizRules quiz={quiz} onChange={onChange} />
    </>
  );
}

const unlimited = 'unlimited';

function QuizRules({ quiz, onChange }: Pick<Props, 'quiz' | 'onChange'>): ReactElement {
  return (
    <div className={classes.fields}>
      <NumberInput
        label="Right answers needed, in %"
        min={1}
        max={100}
        clampBehavior="strict"
        value={quiz.passMark}
        onChange={(value) => onChange({ ...quiz, passMark: Number(value) || 1 })}
      />
      <Select
        label="Tries"
        data={[
          { value: unlimited, label: 'As many as it takes' },
          ...[1, 2, 3, 5, 10].map((count) => ({ value: String(count), label: `${count}, then a wait` })),
        ]}
        value={String(quiz.tries ?? unlimited)}
        allowDeselect={false}
        onChange={(value) => onChange({ ...quiz, tries: value === unlimited ? null : Number(value) })}
      />
      {quiz.tries !== null && (
        <NumberInput
          label="Wait, in hours"
          min={1}
          max={168}
          clampBehavior="strict"
          value={quiz.waitHours}
          onChange={(value) => onChange({ ...quiz, waitHours: Number(value) || 1 })}
        />
      )}
    </div>
  );
}

type Question = Quiz['questions'][number];

interface QuestionProps {
  readonly question: Question;
  readonly index: number;
  readonly error: (field: string) => string | undefined;
  readonly onPut: (question: Question) => void;
  readonly onRemove: (() => void) | undefined;
}

function QuestionEditor({ question, index, error, onPut, onRemove }: QuestionProps): ReactElement {
  return (
    <fieldset className={classes.draftStep} aria-label={`Question ${index + 1}`}>
      <div className={classes.stepHead}>
        <Text fw={600} flex={1}>
          Question {index + 1}
        </Text>
        {onRemove !== undefined && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={`Remove question ${index + 1}`}
            onClick={onRemove}
          >
            <IconTrash size={16} />
          </ActionIcon>
        )}
      </div>
      <TextInput
        label="What do you ask?"
        maxLength={400}
        value={question.text}
        onChange={(event) => onPut({ ...question, text: event.currentTarget.value })}
        error={error('text')}
      />
      <Checkbox
        label="Several answers may be right"
        checked={question.kind === 'many'}
        onChange={(event) => onPut(changeKind(question, event.currentTarget.checked ? 'many' : 'one'))}
      />
      <AnswerFields question={question} onPut={onPut} error={error('answers')} />
      <Textarea
        label="Why it is so (optional)"
        description="Told after each try."
        autosize
        maxLength={800}
        value={question.explains}
        onChange={(event) => onPut({ ...question, explains: event.currentTarget.value })}
      />
    </fieldset>
  );
}

interface AnswerProps {
  readonly question: Question;
  readonly onPut: (question: Question) => void;
  readonly error: string | undefined;
}

function AnswerFields({ question, onPut, error }: AnswerProps): ReactElement {
  const { answers } = question;
  return (
    <Stack gap="xs">
      {answers.map((answer, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an answer is its place, its words change while they are typed
        <Group key={place} gap="xs" wrap="nowrap">
          <Checkbox
            aria-label={`Answer ${place + 1} is right`}
            checked={answer.right}
            onChange={(event) => onPut(markRight(question, place, event.currentTarget.checked))}
          />
          <TextInput
            flex={1}
            aria-label={`Answer ${place + 1}`}
            placeholder={`Answer ${place + 1}`}
            maxLength={300}
            value={answer.text}
            onChange={(event) =>
              onPut({ ...question, answers: answers.with(place, { ...answer, text: event.currentTarget.value }) })
            }
          />
          {answers.length > 2 && (
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={`Remove answer ${place + 1}`}
              onClick={() => onPut({ ...question, answers: answers.toSpliced(place, 1) })}
            >
              <IconTrash size={16} />
            </ActionIcon>
          )}
        </Group>
      ))}
      {error !== undefined && (
        <Text role="alert" size="sm" c="red">
          {error}
        </Text>
      )}
      <Button
        variant="subtle"
        size="xs"
        w="fit-content"
        leftSection={<IconPlus size={16} aria-hidden />}
        disabled={answers.length >= mostAnswers}
        onClick={() => onPut({ ...question, answers: [...answers, { text: '', right: false }] })}
      >
        Add an answer
      </Button>
      <Text size="xs" c="dimmed">
        The box before an answer marks it as right.
      </Text>
    </Stack>
  );
}
