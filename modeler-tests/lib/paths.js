import { fileURLToPath } from 'node:url';

const at = path => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The folders of the repository that the checks read and write. */
export const paths = {
  templates: at('element-templates'),
  examples: at('examples'),
  pictures: at('docs/images'),
  engineFiles: at('src/test/resources/modeler'),
  firstUse: at('src/test/resources/first-use/welcome-customer.bpmn'),
  built: at('target/modeler'),
  root: at(''),
  target: at('target'),
  simulator: at('src/simulator')
};
