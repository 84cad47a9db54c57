export { Indicator } from './indicator.entity';
