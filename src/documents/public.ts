export { Appendix } from './appendix.entity';
export { Document } from './document.entity';
