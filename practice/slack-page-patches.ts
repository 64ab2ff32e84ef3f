/**
 * local-slack 0.1.8 draws a Slack page that lacks four things our story needs. Its page is one HTML file with the
 * script inside; each gap is closed by exchanging one passage while the router hands the page on. A passage that is not
 * found (another version) is left as it is and named in `missing`, so that nobody wonders.
 */
interface Patch {
  readonly what: string;
  readonly find: string;
  readonly replace: string;
}

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
