import { NumberInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Window } from '../../../../web/controls/window.tsx';
import { WindowForm } from '../../../../web/controls/window-form.tsx';
import { fieldSentences } from '../../../../web/problem.ts';
import type { Forecast } from './contract.ts';
import { saveMeasure } from './forecast-api.ts';
import { measureWords } from './forecast-words.ts';
import { peopleFor } from './needs.ts';

interface Props {
  readonly forecast: Forecast;
  readonly onClose: () => void;
}

/** In what the demand of a role is counted, and how much of it one person handles. */
export function MeasureWindow({ forecast, onClose }: Props): ReactElement {
  const client = useQueryClient();
  const [unit, setUnit] = useState(forecast.unit);
  const [perPerson, setPerPerson] = useState<number | string>(forecast.perPerson);
  const measure = { unit: unit.trim(), perPerson: Number(perPerson) };
  const save = useMutation({
    mutationFn: () => saveMeasure(forecast.roleId, measure),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['schedule', 'forecast', forecast.roleId] });
      onClose();
    },
  });
  const fields = fieldSentences(save.error);
  const isReady = measure.unit !== '' && measure.perPerson > 0;
  return (
    <Window opened onClose={onClose} title={`How demand of ${forecast.roleName} is counted`}>
      <WindowForm
        sending={save}
        submit="Save"
        isReady={isReady}
        onSubmit={() => isReady && save.mutate()}
        onCancel={onClose}
      >
        <TextInput
          label="What is counted"
          description="Guests, orders, calls, or people if you know right away how many you need"
          maxLength={40}
          data-autofocus
          value={unit}
          onChange={(event) => setUnit(event.currentTarget.value)}
          error={fields.unit}
        />
        <NumberInput
          label="How many one person handles in a half hour"
          description={
            isReady
              ? `${measureWords(measure)} 30 ${measure.unit} need ${peopleFor(30, measure.perPerson)}.`
              : 'More than nothing'
          }
          min={0.01}
          max={100_000}
          decimalScale={2}
          value={perPerson}
          onChange={setPerPerson}
          error={fields.perPerson}
        />
      </WindowForm>
    </Window>
  );
}
