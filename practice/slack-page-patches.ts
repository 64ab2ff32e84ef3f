import { messageShortcuts, shortcutAction } from './slack-shortcuts.ts';

/**
 * local-slack 0.1.8 draws a Slack page that lacks what our story needs, or draws it unlike Slack. Its page is one HTML file with the
 * script inside; each gap is closed by exchanging one passage while the router hands the page on. A passage that is not
 * found (another version) is left as it is and named in `missing`, so that nobody wonders.
 */
interface Patch {
  readonly what: string;
  readonly find: string;
  readonly replace: string;
}

/**
 * Slack's date token, `<!date^seconds^format|fallback>` (docs.slack.dev, Formatting message text), in the reader's own
 * time zone. Runs in the page: it is handed on as its own text, so it may use nothing around it.
 */
export function slackDate(seconds: string, format: string, now = new Date()): string {
  const at = new Date(Number(seconds) * 1000);
  const show = (options: Intl.DateTimeFormatOptions) => at.toLocaleString('en-US', options);
  const dayOf = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000;
  const near = new Map([
    [-1, 'yesterday'],
    [0, 'today'],
    [1, 'tomorrow'],
  ]).get(dayOf(at) - dayOf(now));
  const short = show({ month: 'short', day: 'numeric', year: 'numeric' });
  const plain = show({ month: 'long', day: 'numeric', year: 'numeric' });
  const long = show({ weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' });
  const shown = new Map([
    [
      'date_num',
      `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`,
    ],
    ['date', plain],
    ['date_short', short],
    ['date_long', long],
    ['date_pretty', near ?? plain],
    ['date_short_pretty', near ?? short],
    ['date_long_pretty', near ?? long],
    ['time', show({ hour: 'numeric', minute: '2-digit' })],
    ['time_secs', show({ hour: 'numeric', minute: '2-digit', second: '2-digit' })],
  ]);
  return format.replace(/\{(\w+)\}/g, (token, name) => shown.get(name) ?? token);
}

/** As in Slack: thumbnails of 88 px at the right of a section's words, pictures no wider than a message wants them. */
const pictureStyle = [
  '.bk-section{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:flex-start;gap:8px 16px}',
  '.bk-section>.bk-text,.bk-section>.bk-fields{flex:1 1 0;min-width:60%}',
  '.bk-section>.bk-accessory-img{flex:none;width:88px;height:88px;object-fit:cover;border-radius:8px}',
  '.bk-image{margin:4px 0}.bk-image img{display:block;width:auto;height:auto;max-width:min(360px,100%);max-height:360px;border-radius:8px}',
  '.modal-body .bk-plain-input,.modal-body .bk-select{max-width:none;width:100%}',
].join('');

/** Slack keeps them under "More actions"; here they are few, and stand beside the others. */
const shortcutButtons = messageShortcuts
  .map(({ name, callback_id: id }) => {
    const [label, action] = [
      JSON.stringify(name),
      JSON.stringify({ type: 'button', action_id: shortcutAction, value: id }),
    ];
    return `f.jsx("button",{className:"msg-hover-btn",onClick:()=>me(${action}),children:${label}},${label}),`;
  })
  .join('');

const patches: readonly Patch[] = [
  {
    what: 'buttons with a url open it',
    find: 'onClick:()=>k({type:"button",value:l.value,text:l.text})',
    replace: 'onClick:()=>{l.url&&window.open(l.url,"_blank","noopener"),k({type:"button",value:l.value,text:l.text})}',
  },
  {
    what: 'buttons and selects in modals send their action, with what is typed so far',
    find: 'ctx:{input:C}}),c&&',
    replace: 'ctx:{input:C,onAction:K=>du("","",a,{...K,text:{...K.text,practice_state:g}},m.app_id)}}),c&&',
  },
  {
    what: 'multi-line inputs have several lines',
    find: 'f.jsx("input",{className:"bk-plain-input",placeholder:(z=l.placeholder)',
    replace:
      'f.jsx(l.multiline?"textarea":"input",{className:"bk-plain-input",...(l.multiline?{rows:6,style:{resize:"vertical"}}:{}),placeholder:(z=l.placeholder)',
  },
  {
    what: 'selects in modals show their initial option',
    find: '.selected_option)==null?void 0:L.value)??"";return',
    replace: '.selected_option)==null?void 0:L.value)??(l.initial_option&&l.initial_option.value)??"";return',
  },
  {
    what: 'selects outside inputs show their initial option',
    find: 'className:"bk-select",defaultValue:"",onChange',
    replace: 'className:"bk-select",defaultValue:(l.initial_option&&l.initial_option.value)??"",onChange',
  },
  {
    what: 'time pickers in modals',
    find: 'case"datepicker":{const V=((ee=',
    replace:
      'case"timepicker":return f.jsx("input",{className:"bk-plain-input",type:"time",value:((K.get(c,g)||{}).selected_time)??l.initial_time??"",onChange:D=>K.set(c,g,{type:"timepicker",selected_time:D.target.value})});case"datepicker":{const V=((ee=',
  },
  {
    what: 'escaped &, < and > are shown as what they stand for',
    find: 'return l.replace(/&/g,"&amp;").replace(',
    replace:
      'return l.replace(/&(?!(?:amp|lt|gt);)/g,"&amp;").replace(/&lt;/g,"&#60;").replace(/&gt;/g,"&#62;").replace(',
  },
  {
    what: 'dates are shown in the reader’s time',
    find: 'let c=j6(E6(l));',
    replace: `let c=j6(E6(l));c=c.replace(/&lt;!date\\^(\\d+)\\^([^|^]+)(?:\\^[^|]*)?\\|[^\\n]*?&gt;/g,(a,m,g)=>(${slackDate})(m,g));`,
  },
  {
    what: 'pictures have Slack’s sizes',
    find: '.bk-image img{max-width:100%;border-radius:6px}',
    replace: pictureStyle,
  },
  {
    what: 'the app’s shortcuts in the menu of a message',
    find: 've&&f.jsxs(f.Fragment,{children:[f.jsx("button",{className:"msg-hover-btn",title:"Edit message"',
    replace: `l.subtype!=="ephemeral"&&f.jsxs(f.Fragment,{children:[${shortcutButtons}]}),ve&&f.jsxs(f.Fragment,{children:[f.jsx("button",{className:"msg-hover-btn",title:"Edit message"`,
  },
  {
    what: 'the menu of a message by keyboard',
    find: '.msg:hover .msg-hover-actions{display:flex}',
    replace:
      '.msg-hover-actions{display:flex;opacity:0}.msg:hover .msg-hover-actions,.msg-hover-actions:focus-within{opacity:1}',
  },
  { what: 'the title', find: '<title>local-slack</title>', replace: '<title>Slack (practice)</title>' },
];

/** The page with our passages in, and what could not be put in. */
export function patchSlackPage(html: string): { readonly html: string; readonly missing: readonly string[] } {
  const missing: string[] = [];
  let patched = html;
  for (const { what, find, replace } of patches) {
    if (patched.includes(find)) patched = patched.replace(find, () => replace);
    else missing.push(what);
  }
  return { html: patched, missing };
}
