/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/**
 * Độ tin cậy của nguồn dữ liệu.
 * How far the source of a fact can be relied on.
 */
export type Reliability =
  /**
   * Cao: trang chính thức, cổng pháp luật, báo Đảng và Nhà nước.
   * High: official site, law portal, Party or state press.
   */
  | 'HIGH'
  /**
   * Trung bình: báo khác hoặc trang tổng hợp có ghi nguồn.
   * Medium: other press, or an aggregator that names its outlet.
   */
  | 'MEDIUM'
  /**
   * Thấp: bản sao không rõ nguồn gốc, chưa được kiểm chứng.
   * Low: a mirror of unknown origin, to be shown as unverified.
   */
  | 'LOW';

/**
 * Chỉ tiêu của các chương trình trên cùng một chỉ số có thống nhất với nhau không.
 * Whether what several programmes promise on one indicator fits together.
 */
export type Agreement =
  /**
   * Chỉ một chương trình: không có gì để so.
   * One programme only: nothing to compare.
   */
  | 'SINGLE'
  /**
   * Giống nhau: cùng mức và cùng hạn.
   * The same: equal value and date.
   */
  | 'SAME'
  /**
   * Khác nhau: khác mức, khác hạn hoặc không so được, nhưng có thể cùng đạt.
   * Different: other values or dates, or not comparable, but all can be reached.
   */
  | 'DIFFERENT'
  /**
   * Mâu thuẫn: cùng hạn mà không giá trị nào đạt được cả hai.
   * Contradictory: due on one date, and no value reaches both.
   */
  | 'CONTRADICTORY';

/**
 * Các chương trình có giao việc cho cùng một chỉ số thống nhất về vai trò đơn vị không.
 * Whether programmes that work on one indicator give it to units that fit together.
 */
export type RoleAgreement =
  /**
   * Nhiều nhất một chương trình có đầu việc cho chỉ số: không có gì để so.
   * At most one programme has items for it: nothing to compare.
   */
  | 'SINGLE'
  /**
   * Cùng các đơn vị chủ trì.
   * The same units lead.
   */
  | 'SAME'
  /**
   * Hai đầu mối: mỗi chương trình giao chủ trì cho đơn vị khác, nhưng các đơn vị đều có vai trò ở cả hai.
   * Two leads: the programmes give the lead to different units, which have a part in both.
   */
  | 'TWO_LEADS'
  /**
   * Mâu thuẫn vai trò: đơn vị chủ trì ở chương trình này không được nêu trong chương trình kia.
   * Contradictory roles: a unit that leads here is not named there.
   */
  | 'UNNAMED';

/**
 * Vai trò của tài khoản.
 * What an account may be.
 */
export type Role =
  /**
   * Quản trị viên.
   * Administrator.
   */
  | 'ADMINISTRATOR'
  /**
   * Cơ quan thường trực.
   * Secretariat: the standing agency.
   */
  | 'SECRETARIAT'
  /**
   * Lãnh đạo ban chỉ đạo.
   * Head of the committee.
   */
  | 'COMMITTEE_HEAD'
  /**
   * Thành viên ban chỉ đạo.
   * Member of the committee.
   */
  | 'COMMITTEE_MEMBER'
  /**
   * Cán bộ báo cáo của đơn vị.
   * Reporter of a unit.
   */
  | 'REPORTER'
  /**
   * Lãnh đạo duyệt của đơn vị.
   * Approver of a unit.
   */
  | 'APPROVER'
  /**
   * Chuyên viên phân tích.
   * Analyst: reads.
   */
  | 'ANALYST'
  /**
   * Ủy ban kiểm tra: đọc tất cả, kể cả nhật ký.
   * Inspector: reads everything, the log included.
   */
  | 'INSPECTOR'
  /**
   * Màn hình phòng họp.
   * A meeting-room screen.
   */
  | 'DISPLAY';

/**
 * Cấp độ phê duyệt.
 * How high something has to go before it is approved.
 */
export type ApprovalLevel =
  /**
   * Đơn vị.
   * The unit.
   */
  | 'UNIT'
  /**
   * Ủy ban nhân dân thành phố.
   * The city’s People’s Committee.
   */
  | 'PEOPLES_COMMITTEE'
  /**
   * Ban Thường vụ Thành ủy.
   * The Party Committee’s Standing Board.
   */
  | 'PARTY_STANDING_BOARD'
  /**
   * Thành ủy.
   * The city’s Party Committee.
   */
  | 'PARTY_COMMITTEE'
  /**
   * Hội đồng nhân dân thành phố.
   * The city’s People’s Council.
   */
  | 'PEOPLES_COUNCIL';

/**
 * Loại đầu việc theo cách gọi trong kế hoạch của Thành phố.
 * Which of five sorts a work item belongs to, in the words of the city’s plan.
 */
export type WorkItemKind =
  /**
   * Đề án: phương án giải quyết một vấn đề lớn, phải trình cấp có thẩm quyền phê duyệt.
   * “Đề án”: a proposal for a large matter that goes to an authority for approval.
   */
  | 'SCHEME'
  /**
   * Dự án: có mục tiêu, thời gian và nguồn vốn xác định.
   * “Dự án”: an undertaking with its own aim, time and funds.
   */
  | 'PROJECT'
  /**
   * Chương trình: nhóm hoạt động nhiều năm cùng một mục tiêu, một dòng của phụ lục; không phải chương trình công tác toàn khóa.
   * “Chương trình”: activities of several years with one aim, as a row of a list; not one of the ten work programmes.
   */
  | 'PROGRAMME'
  /**
   * Kế hoạch: văn bản về việc, người làm và thời hạn mà đơn vị phải xây dựng.
   * “Kế hoạch”: a paper on who does what by when that a unit is to draw up.
   */
  | 'PLAN'
  /**
   * Nhiệm vụ: việc cụ thể giao cho một đơn vị, không thuộc bốn loại trên.
   * “Nhiệm vụ”: something definite given to a unit that is none of the other four.
   */
  | 'TASK';

/**
 * Loại văn bản.
 * What a document is for.
 */
export type DocumentKind =
  /**
   * Quy chế hoạt động.
   * Operating regulation.
   */
  | 'REGULATION'
  /**
   * Phân công nhiệm vụ.
   * Assignment of duties.
   */
  | 'ASSIGNMENT'
  /**
   * Kế hoạch.
   * Plan.
   */
  | 'PLAN'
  /**
   * Kế hoạch kiểm tra.
   * Inspection plan.
   */
  | 'INSPECTION_PLAN'
  /**
   * Đề án.
   * Scheme.
   */
  | 'SCHEME'
  /**
   * Chương trình.
   * Programme.
   */
  | 'PROGRAMME'
  /**
   * Báo cáo.
   * Report.
   */
  | 'REPORT'
  /**
   * Đề xuất cơ chế, chính sách.
   * Proposal on mechanisms and policies.
   */
  | 'POLICY_PROPOSAL';

/**
 * Trạng thái của văn bản.
 * Where a document stands.
 */
export type DocumentState =
  /**
   * Dự thảo.
   * Being drafted.
   */
  | 'DRAFTING'
  /**
   * Đang xin ý kiến.
   * Out for opinions.
   */
  | 'CONSULTING'
  /**
   * Đã hoàn thiện.
   * Finalised.
   */
  | 'FINALISED'
  /**
   * Đã trình.
   * Submitted for approval.
   */
  | 'SUBMITTED'
  /**
   * Đã ban hành.
   * Issued.
   */
  | 'ISSUED'
  /**
   * Đã rút.
   * Withdrawn.
   */
  | 'WITHDRAWN';

/**
 * Nội dung của một mục.
 * What a section is about.
 */
export type SectionKind =
  /**
   * Trích yếu (chỉ khi so các bản).
   * Title (only where versions are compared).
   */
  | 'TITLE'
  /**
   * Trích yếu tiếng Anh (chỉ khi so các bản).
   * English title (only where versions are compared).
   */
  | 'TITLE_EN'
  /**
   * Mục đích, yêu cầu.
   * Purpose and requirements.
   */
  | 'PURPOSE'
  /**
   * Nội dung thực hiện.
   * What is to be done.
   */
  | 'CONTENT'
  /**
   * Tổ chức thực hiện.
   * How it is organised.
   */
  | 'ORGANISATION'
  /**
   * Nhiệm vụ.
   * Duties.
   */
  | 'DUTIES'
  /**
   * Chế độ làm việc.
   * Working regime.
   */
  | 'WORKING_REGIME'
  /**
   * Quan hệ công tác.
   * Working relations.
   */
  | 'WORKING_RELATIONS'
  /**
   * Nội dung chung.
   * Body of the text.
   */
  | 'BODY';

/**
 * Một bước trong quá trình của văn bản.
 * What was done with a document.
 */
export type DocumentStepKind =
  /**
   * Lập dự thảo.
   * Drafted.
   */
  | 'DRAFTED'
  /**
   * Chỉnh sửa.
   * Revised.
   */
  | 'REVISED'
  /**
   * Gửi xin ý kiến.
   * Sent for opinions.
   */
  | 'SENT_FOR_OPINIONS'
  /**
   * Hoàn thiện.
   * Finalised.
   */
  | 'FINALISED'
  /**
   * Trình.
   * Submitted.
   */
  | 'SUBMITTED'
  /**
   * Phê duyệt.
   * Approved by a level.
   */
  | 'APPROVED'
  /**
   * Trả lại.
   * Returned with a reason.
   */
  | 'RETURNED'
  /**
   * Ban hành.
   * Issued.
   */
  | 'ISSUED'
  /**
   * Đính chính số, ngày ban hành.
   * Number or date of issue corrected.
   */
  | 'ISSUE_CORRECTED'
  /**
   * Rút.
   * Withdrawn.
   */
  | 'WITHDRAWN';

/**
 * Ý kiến của đơn vị được hỏi.
 * What a unit that was asked thinks of a draft.
 */
export type Opinion =
  /**
   * Nhất trí.
   * Agrees.
   */
  | 'AGREED'
  /**
   * Nhất trí và có góp ý.
   * Agrees, with comments.
   */
  | 'AGREED_WITH_COMMENTS'
  /**
   * Không nhất trí.
   * Disagrees.
   */
  | 'DISAGREED';

/**
 * Kết quả tiếp thu ý kiến.
 * What the drafter makes of an opinion.
 */
export type OpinionVerdict =
  /**
   * Tiếp thu.
   * Taken in.
   */
  | 'TAKEN_IN'
  /**
   * Tiếp thu một phần.
   * Taken in, in part.
   */
  | 'TAKEN_IN_PART'
  /**
   * Không tiếp thu.
   * Not taken in.
   */
  | 'NOT_TAKEN_IN';

/**
 * Tình trạng tiến độ, do hệ thống tính từ ngày tháng và tiến độ đã được duyệt.
 * How an item or a target stands, derived from dates and approved progress.
 */
export type Health =
  /**
   * Quá hạn.
   * Past its deadline and not completed.
   */
  | 'OVERDUE'
  /**
   * Có nguy cơ: chậm từ 10 điểm so với kế hoạch, hoặc lỡ một mốc.
   * At risk: 10 points or more behind the plan, or a milestone missed.
   */
  | 'AT_RISK'
  /**
   * Đúng tiến độ.
   * On track.
   */
  | 'ON_TRACK'
  /**
   * Hoàn thành.
   * Completed.
   */
  | 'COMPLETED'
  /**
   * Chưa đến kỳ.
   * Not yet due to start.
   */
  | 'NOT_DUE';

/**
 * Đầu việc được làm bằng gì: tiền, người, cơ sở vật chất hay dữ liệu.
 * Which sort of means an item is done with: money or something told in words.
 */
export type ResourceKind =
  /**
   * Kinh phí: tiền, phải nêu số tiền và loại tiền.
   * Money; the only sort that has an amount and a currency.
   */
  | 'FUNDS'
  /**
   * Nhân lực: cán bộ, chuyên gia, người lao động, nêu bằng lời.
   * People who do the work, told in words.
   */
  | 'PERSONNEL'
  /**
   * Cơ sở vật chất, hạ tầng: trụ sở, thiết bị, đường truyền, nêu bằng lời.
   * Buildings, equipment and infrastructure, told in words.
   */
  | 'FACILITIES'
  /**
   * Dữ liệu: cơ sở dữ liệu hoặc số liệu cần được cung cấp, nêu bằng lời.
   * Databases or figures that somebody has to provide, told in words.
   */
  | 'DATA'
  /**
   * Nguồn lực khác, không thuộc bốn loại trên; nêu bằng lời.
   * None of the four above: say in words what it is.
   */
  | 'OTHER';

/**
 * Loại tiền của một khoản kinh phí, theo mã ISO 4217; các loại tiền khác nhau không cộng được với nhau.
 * Money in which funds are stated, by its ISO 4217 code; sums are made within one only.
 */
export type Currency =
  /**
   * Đồng Việt Nam (₫), tính bằng đồng, không phải triệu đồng.
   * Vietnamese đồng (₫), in single đồng, not in millions.
   */
  | 'VND'
  /**
   * Đô la Mỹ ($), tính bằng đô la, không có phần lẻ.
   * Dollars of the United States ($), whole ones without cents.
   */
  | 'USD'
  /**
   * Đồng tiền chung châu Âu (€), không có phần lẻ.
   * Common money of the euro area (€), whole ones without cents.
   */
  | 'EUR'
  /**
   * Yên Nhật Bản (¥), ví dụ vốn vay ODA của Nhật Bản.
   * Japanese yen (¥), as in loans from Japan.
   */
  | 'JPY';

/**
 * Nguồn lực đã được quyết định tới đâu: từ đề xuất đến bố trí, hoặc không được duyệt.
 * How far the decision on it has come: from a wish to what is really there, or refused.
 */
export type ResourceState =
  /**
   * Đơn vị mới đề xuất, chưa ai quyết định.
   * The unit asks for it; nobody has decided yet.
   */
  | 'PROPOSED'
  /**
   * Cấp có thẩm quyền đã duyệt nhưng chưa bố trí.
   * An authority agreed to it; it is not there yet.
   */
  | 'APPROVED'
  /**
   * Đã bố trí: có thể sử dụng để thực hiện.
   * It is there and can be used for the work.
   */
  | 'ALLOCATED'
  /**
   * Cấp có thẩm quyền không duyệt; không tính vào rà soát rõ nguồn lực.
   * An authority said no; it does not count in the clarity check.
   */
  | 'REFUSED';

/**
 * Vai trò trong Ban Chỉ đạo.
 * What a member is on the committee.
 */
export type CommitteeRole =
  /**
   * Trưởng ban.
   * Head.
   */
  | 'HEAD'
  /**
   * Phó trưởng ban thường trực.
   * Standing deputy head.
   */
  | 'STANDING_DEPUTY_HEAD'
  /**
   * Phó trưởng ban.
   * Deputy head.
   */
  | 'DEPUTY_HEAD'
  /**
   * Cơ quan thường trực.
   * Standing agency.
   */
  | 'STANDING_AGENCY'
  /**
   * Lãnh đạo đoàn kiểm tra.
   * Leader of an inspection team.
   */
  | 'INSPECTION_TEAM'
  /**
   * Thành viên.
   * Member.
   */
  | 'MEMBER';

/**
 * Báo cáo đang ở bước nào trên đường từ đơn vị tới số liệu chính thức của chương trình.
 * Which step it has reached on its way from the unit to the programme’s official figures.
 */
export type ProgressReportState =
  /**
   * Bản nháp: chưa nộp; máy chủ hiện không giữ báo cáo nào ở bước này.
   * Not handed in; no report is at this step: the server keeps none at this step.
   */
  | 'DRAFT'
  /**
   * Đã nộp, có biên nhận, chờ người duyệt của đơn vị; còn thu hồi được.
   * Received, waiting for the unit’s approver; can still be taken back.
   */
  | 'SUBMITTED'
  /**
   * Đã qua bước của đơn vị, chờ cơ quan thường trực, rồi cấp tiếp theo nếu có (xem awaitedLevel); không thu hồi được nữa.
   * Past the unit’s step; it waits for the secretariat, then for a level after it if there is one (see awaitedLevel), and can no longer be taken back.
   */
  | 'UNIT_APPROVED'
  /**
   * Cấp cuối cùng đã chấp nhận: số liệu chính thức, mọi người đều đọc được.
   * The last level took it: official data that everybody may read.
   */
  | 'ACCEPTED'
  /**
   * Người duyệt trả lại kèm lý do; đơn vị nộp báo cáo khác thay thế.
   * A reviewer sent it back and said why; the unit submits another one.
   */
  | 'RETURNED'
  /**
   * Người nộp đã thu hồi trước khi đơn vị duyệt; không được tính.
   * Its reporter took it back before the unit approved it; it counts for nothing.
   */
  | 'WITHDRAWN';

/**
 * Cách so sánh kết quả với chỉ tiêu.
 * How a measured value is compared with the target’s.
 */
export type Comparator =
  /**
   * Trên.
   * More than.
   */
  | 'GT'
  /**
   * Tối thiểu.
   * At least.
   */
  | 'GTE'
  /**
   * Dưới.
   * Less than.
   */
  | 'LT'
  /**
   * Tối đa.
   * At most.
   */
  | 'LTE'
  /**
   * Bằng.
   * Equal to.
   */
  | 'EQ'
  /**
   * Trong khoảng từ giá trị thấp đến giá trị cao.
   * Between the low and the high value.
   */
  | 'RANGE'
  /**
   * Khoảng (sai lệch không quá 5%).
   * About (within 5 %).
   */
  | 'APPROX'
  /**
   * Thứ hạng; do cơ quan thường trực đánh giá.
   * A rank, assessed by the secretariat.
   */
  | 'RANK'
  /**
   * Định tính; do cơ quan thường trực đánh giá.
   * Qualitative, assessed by the secretariat.
   */
  | 'QUALITATIVE';

/**
 * Điểm phải rõ của đầu việc trước khi đưa vào kế hoạch được duyệt.
 * What must be clear of a work item before it is approved into a plan.
 */
export type ClarityPoint =
  /**
   * Rõ người: có người chịu trách nhiệm.
   * Clear person: somebody answers for it.
   */
  | 'PERSON'
  /**
   * Rõ việc: có mục tiêu cụ thể.
   * Clear work: its concrete objective is stated.
   */
  | 'WORK'
  /**
   * Rõ thời gian: bắt đầu và hạn nằm trong thời gian của chương trình.
   * Clear time: start and due date lie within the years of the programme.
   */
  | 'TIME'
  /**
   * Rõ trách nhiệm: đơn vị chủ trì, hoặc một đơn vị kế thừa toàn bộ, đang hoạt động.
   * Clear responsibility: the lead unit, or one that holds all its matters, is there today.
   */
  | 'RESPONSIBILITY'
  /**
   * Rõ sản phẩm: đã nêu đầu việc làm ra văn bản, công trình hay kết quả gì.
   * Clear product: it is stated in words what comes out of the work.
   */
  | 'PRODUCT'
  /**
   * Rõ thẩm quyền: có cấp phê duyệt.
   * Clear authority: its level of approval is stated.
   */
  | 'AUTHORITY'
  /**
   * Rõ nguồn lực: có ít nhất một nguồn lực không bị từ chối.
   * Clear resources: at least one that was not refused.
   */
  | 'RESOURCES';

/**
 * Lý do một lệnh bị từ chối.
 * Why a mutation was refused.
 */
export type UserErrorCode =
  /**
   * Không có quyền.
   * Not allowed for this account.
   */
  | 'FORBIDDEN'
  /**
   * Không tìm thấy.
   * Not there, or not visible to this account.
   */
  | 'NOT_FOUND'
  /**
   * Giá trị không hợp lệ.
   * A value is not valid.
   */
  | 'INVALID'
  /**
   * Đối tượng đã thay đổi.
   * The object has changed, or its state does not allow this.
   */
  | 'CONFLICT'
  /**
   * Kỳ báo cáo không mở.
   * The reporting cycle takes no reports.
   */
  | 'CLOSED'
  /**
   * Nộp chậm phải nêu lý do.
   * A late report needs a reason.
   */
  | 'LATENESS_REASON_REQUIRED'
  /**
   * Tiến độ giảm phải nêu lý do.
   * A falling percentage needs a reason.
   */
  | 'DECREASE_REASON_REQUIRED'
  /**
   * Khóa đã dùng cho nội dung khác.
   * The key was used for other content.
   */
  | 'IDEMPOTENCY_KEY_REUSED'
  /**
   * Quá nhiều lần trong thời gian ngắn.
   * Too often in a short time.
   */
  | 'RATE_LIMITED';

/**
 * Thông tin đăng nhập.
 * What one signs in with.
 */
export type SignInInput = {
  /**
   * Thư điện tử.
   * E-mail.
   */
  email: string;
  /**
   * Mật khẩu.
   * Password.
   */
  password: string;
};

/**
 * Đính chính một số liệu đã chấp nhận.
 * A correction of an accepted measurement.
 */
export type CorrectMeasurementInput = {
  /**
   * Mã định danh (id) của số liệu. Lấy từ trường `id`, không dùng mã số (code).
   * Id of the measurement. As the field `id` gives it; a code is not taken.
   */
  measurementId: string;
  /**
   * Giá trị đúng.
   * The right value.
   */
  value: number;
  /**
   * Lý do đính chính.
   * Why it is corrected.
   */
  reason: string;
  /**
   * Nguồn của giá trị đúng.
   * Where the right value comes from.
   */
  source: string;
  /**
   * Khóa chống gửi trùng, giữ 30 ngày.
   * Key under which a success is remembered for 30 days.
   */
  idempotencyKey?: string | null | undefined;
};

/**
 * Số liệu đo của một chỉ số.
 * A measured value of an indicator.
 */
export type RecordMeasurementInput = {
  /**
   * Mã định danh (id) của chỉ số. Lấy từ trường `id`, không dùng mã số (code).
   * Id of the indicator. As the field `id` gives it; a code is not taken.
   */
  indicatorId: string;
  /**
   * Kỳ đo.
   * Period measured.
   */
  period: string;
  /**
   * Giá trị, theo đơn vị tính của chỉ số.
   * Value, in the indicator’s unit of measure.
   */
  value: number;
  /**
   * Nguồn số liệu: văn bản, cơ quan công bố.
   * Where the value comes from.
   */
  source: string;
  /**
   * Ghi chú.
   * Note.
   */
  note?: string | null | undefined;
  /**
   * Kỳ đã có số liệu được chấp nhận: true nếu đây là số của nguồn khác, đứng cạnh số đã có. Số sai thì đính chính (correctMeasurement).
   * Where the period has an accepted value already: true says that this is another source’s, to stand beside it. What is wrong is corrected (correctMeasurement).
   */
  isOtherSource?: boolean | null | undefined;
  /**
   * Khóa chống gửi trùng, giữ 30 ngày.
   * Key under which a success is remembered for 30 days.
   */
  idempotencyKey?: string | null | undefined;
};

/**
 * Nội dung một báo cáo tiến độ: đầu việc, kỳ, tiến độ và lời báo cáo.
 * What a unit says of an item for a period: how far it is, what was done, what stands in the way.
 */
export type SubmitProgressReportInput = {
  /**
   * Mã định danh (id) của đầu việc. Lấy từ trường `id`, không dùng mã số (code).
   * Id of the work item. As the field `id` gives it; a code is not taken.
   */
  workItemId: string;
  /**
   * Kỳ đang nhận báo cáo (xem `openCycles` của đầu việc), ví dụ `2021-Q3`.
   * One that takes reports now (see `openCycles` of the item), for instance `2021-Q3`.
   */
  period: string;
  /**
   * Tiến độ cộng dồn đến hết kỳ, phần trăm từ 0 đến 100; giảm so với lần trước thì nêu `decreaseReason`.
   * How much of the whole work is done by the end of the period, 0 to 100; if it fell, say `decreaseReason`.
   */
  percentComplete: number;
  /**
   * Kết quả nổi bật, tối đa 4.000 ký tự.
   * What was done, at most 4,000 characters.
   */
  summary: string;
  /**
   * Khó khăn, vướng mắc gặp trong kỳ, tối đa 4.000 ký tự; có thể bỏ trống.
   * What stood in the way, at most 4,000 characters; may be left out.
   */
  difficulties?: string | null | undefined;
  /**
   * Kiến nghị, đề xuất với Ban Chỉ đạo, tối đa 4.000 ký tự; có thể bỏ trống.
   * What the unit asks of the steering committee, at most 4,000 characters; may be left out.
   */
  proposals?: string | null | undefined;
  /**
   * Mã định danh (id) của các mốc đã đạt trong kỳ, đều của đầu việc này. Lấy từ trường `id`, không dùng mã số (code).
   * Ids of the steps of this item that were reached in the period. As the field `id` gives it; a code is not taken.
   */
  milestoneIds?: Array<string> | null | undefined;
  /**
   * Tình trạng tự đánh giá, nếu khác kết quả hệ thống tính.
   * Own assessment, where it differs from the computed health.
   */
  claimedHealth?: Health | null | undefined;
  /**
   * Vì sao tự đánh giá khác kết quả hệ thống tính; cần khi nêu `claimedHealth` khác.
   * Why the unit’s view is not the computed one; needed with such a `claimedHealth`.
   */
  healthReason?: string | null | undefined;
  /**
   * Vì sao tiến độ thấp hơn lần đã chấp nhận; bắt buộc khi giảm.
   * Why less is done than was accepted before; needed when it is.
   */
  decreaseReason?: string | null | undefined;
  /**
   * Vì sao nộp sau hạn của kỳ; bắt buộc khi chậm (quy tắc R13).
   * Why it comes after the due date; needed when it does (rule R13).
   */
  latenessReason?: string | null | undefined;
  /**
   * Khóa chống gửi trùng, giữ 30 ngày.
   * Key under which a success is remembered for 30 days.
   */
  idempotencyKey?: string | null | undefined;
  /**
   * Phiên bản báo cáo mới nhất mà bạn đã thấy của đầu việc và kỳ này (0: chưa có báo cáo nào).
   * Version of the newest report of this item and period that you saw (0: there was none).
   */
  expectedVersion?: number | null | undefined;
};

/**
 * Báo cáo cần duyệt ở bước đang chờ người gọi, kèm ghi chú nếu có.
 * Which report the caller agrees to at the step that waits for them, with a note if wished.
 */
export type ApproveProgressReportInput = {
  /**
   * Mã định danh (id) của báo cáo. Lấy từ trường `id`, không dùng mã số (code).
   * Id of the report. As the field `id` gives it; a code is not taken.
   */
  progressReportId: string;
  /**
   * Trường `version` của báo cáo lúc bạn xem; báo cáo đã đổi từ đó thì bị từ chối. Bỏ trống là không kiểm tra.
   * The `version` that was on screen; refused if the report has changed since. Left out, nothing is compared.
   */
  expectedVersion?: number | null | undefined;
  /**
   * Lời người duyệt nhắn đơn vị, hiện cạnh báo cáo; có thể bỏ trống.
   * What the reviewer tells the unit, shown beside the report; may be left out.
   */
  note?: string | null | undefined;
};

/**
 * Báo cáo cần trả lại cho đơn vị, và lý do.
 * Which report goes back to its unit, and for what reason.
 */
export type ReturnProgressReportInput = {
  /**
   * Mã định danh (id) của báo cáo. Lấy từ trường `id`, không dùng mã số (code).
   * Id of the report. As the field `id` gives it; a code is not taken.
   */
  progressReportId: string;
  /**
   * Đơn vị phải sửa điều gì, tối đa 2.000 ký tự; hiện cho người nộp.
   * What the unit is to mend, at most 2,000 characters; shown to its reporter.
   */
  reason: string;
  /**
   * Trường `version` của báo cáo lúc bạn xem; báo cáo đã đổi từ đó thì bị từ chối. Bỏ trống là không kiểm tra.
   * The `version` that was on screen; refused if the report has changed since. Left out, nothing is compared.
   */
  expectedVersion?: number | null | undefined;
};

/**
 * Báo cáo của chính mình cần thu hồi, khi đơn vị chưa duyệt.
 * Which own report is taken back, as long as the unit has not approved it.
 */
export type WithdrawProgressReportInput = {
  /**
   * Mã định danh (id) của báo cáo. Lấy từ trường `id`, không dùng mã số (code).
   * Id of the report. As the field `id` gives it; a code is not taken.
   */
  progressReportId: string;
  /**
   * Trường `version` của báo cáo lúc bạn xem; báo cáo đã đổi từ đó thì bị từ chối. Bỏ trống là không kiểm tra.
   * The `version` that was on screen; refused if the report has changed since. Left out, nothing is compared.
   */
  expectedVersion?: number | null | undefined;
};

/**
 * Màn hình mới cho một phòng họp.
 * A new screen for a meeting room.
 */
export type CreateDisplayInput = {
  /**
   * Tên phòng, tối đa 60 ký tự.
   * Name of the room, at most 60 characters.
   */
  name: string;
  /**
   * Số hiệu chương trình được chiếu.
   * Code of the programme that it shows.
   */
  programmeCode: string;
  /**
   * Khóa chống gửi trùng, giữ 30 ngày.
   * Key under which a success is remembered for 30 days.
   */
  idempotencyKey?: string | null | undefined;
};

/**
 * Thu hồi một màn hình.
 * Revocation of a screen.
 */
export type RevokeDisplayInput = {
  /**
   * Mã định danh (id) của màn hình. Lấy từ trường `id`, không dùng mã số (code).
   * Id of the screen. As the field `id` gives it; a code is not taken.
   */
  displayId: string;
};

export type ApproveProgressReportMutationVariables = Exact<{
  input: ApproveProgressReportInput;
}>;


export type ApproveProgressReportMutation = { approveProgressReport: { progressReport: { id: string, state: ProgressReportState } | null, userErrors: Array<{ message: string, code: UserErrorCode, path: Array<string> }> } };

export type CorrectMeasurementMutationVariables = Exact<{
  input: CorrectMeasurementInput;
}>;


export type CorrectMeasurementMutation = { correctMeasurement: { measurement: { id: string, period: string, value: number, recordedAt: string } | null, userErrors: Array<{ message: string, code: UserErrorCode, path: Array<string> }> } };

export type CreateDisplayMutationVariables = Exact<{
  input: CreateDisplayInput;
}>;


export type CreateDisplayMutation = { createDisplay: { link: string | null, notice: string | null, display: { id: string, name: string } | null, userErrors: Array<{ message: string, code: UserErrorCode, path: Array<string> }> } };

export type DisplaySightingsQueryVariables = Exact<{ [key: string]: never; }>;


export type DisplaySightingsQuery = { installation: { serverTime: string }, displays: { nodes: Array<{ id: string, lastSeenAt: string | null }> } };

export type DisplaysQueryVariables = Exact<{ [key: string]: never; }>;


export type DisplaysQuery = { displays: { nodes: Array<{ id: string, name: string, createdAt: string, revokedAt: string | null, programme: { code: string, shortName: string, shortNameEn: string } | null }> }, programmes: { nodes: Array<{ code: string, shortName: string, shortNameEn: string }> } };

export type MeasurementFormQueryVariables = Exact<{
  programme: string;
}>;


export type MeasurementFormQuery = { programme: { targets: { nodes: Array<{ number: string, shortName: string, shortNameEn: string, comparator: Comparator, value: number | null, valueHigh: number | null, expectedValue: number | null, indicator: { id: string, code: string, name: string, nameEn: string, unitOfMeasure: string | null, unitOfMeasureEn: string | null, measurements: { nodes: Array<{ period: string }> } } | null, latestMeasurement: { period: string, value: number, recordedAt: string } | null }> } } | null };

export type MyWorkQueryVariables = Exact<{ [key: string]: never; }>;


export type MyWorkQuery = { workItems: { nodes: Array<{ id: string, code: string, title: string, titleEn: string, shortName: string, shortNameEn: string, health: Health, percentComplete: number, plannedPercent: number, dueOn: string, isSample: boolean, openCycle: { period: string, dueOn: string, closesOn: string } | null, freshness: { reportedAt: string | null, ageDays: number | null, isStale: boolean }, viewerCan: { submitReport: boolean }, progressReports: { nodes: Array<{ id: string, period: string, state: ProgressReportState, percentComplete: number, changedAt: string }> } }> } };

export type ProgrammeAgreementQueryVariables = Exact<{ [key: string]: never; }>;


export type ProgrammeAgreementQuery = { indicators: { nodes: Array<{ code: string, name: string, nameEn: string, agreement: Agreement, roleAgreement: RoleAgreement, unitOfMeasure: string | null, isSample: boolean, targets: Array<{ number: string, comparator: Comparator, value: number | null, valueHigh: number | null, dueOn: string, wording: string, isSample: boolean, programme: { code: string, shortName: string, shortNameEn: string } | null, traces: { totalCount: number, nodes: Array<{ workItem: { code: string, leadUnit: { shortName: string, shortNameEn: string } | null } | null }> }, source: { citations: Array<string>, reliability: Reliability | null, note: string | null } }> }> } };

export type ProgrammeDocumentQueryVariables = Exact<{
  code: string;
}>;


export type ProgrammeDocumentQuery = { document: { code: string, route: Array<ApprovalLevel>, implements: { code: string, title: string, titleEn: string } | null, steps: Array<{ id: string, kind: DocumentStepKind, level: ApprovalLevel | null, takenOn: string, actor: { displayName: string } | null }>, versions: Array<{ number: number, sections: Array<{ ordinal: number, kind: SectionKind, text: string }> }>, consultations: { nodes: Array<{ id: string, opinion: Opinion | null, verdict: OpinionVerdict | null, isAwaited: boolean, unit: { shortName: string, shortNameEn: string } | null }> } } | null };

export type ProgrammeDocumentsQueryVariables = Exact<{
  programme: string;
}>;


export type ProgrammeDocumentsQuery = { documents: { nodes: Array<{ code: string, number: string | null, kind: DocumentKind, state: DocumentState, title: string, titleEn: string, issuedOn: string | null, reportedOn: string | null, submitBy: string | null, issueBy: string | null, submittedOn: string | null, nextDueOn: string | null, isOverdue: boolean, daysLate: number | null, awaitedLevel: ApprovalLevel | null, openOpinions: number, unansweredOpinions: number, isSample: boolean, draftingUnit: { shortName: string, shortNameEn: string } | null }> }, appendices: { nodes: Array<{ code: string, title: string, titleEn: string, expectedCount: number, actualCount: number, missingNumbers: Array<number>, isSample: boolean }> } };

export type ProgrammeTargetsQueryVariables = Exact<{
  programme: string;
}>;


export type ProgrammeTargetsQuery = { programme: { code: string, title: string | null, titleEn: string, periodFrom: number, periodTo: number, standingAgency: { shortName: string, shortNameEn: string } | null, objectives: Array<{ number: string, text: string, isTraced: boolean }>, viewpoints: Array<{ number: string, text: string, isTraced: boolean, isSample: boolean }>, targets: { nodes: Array<{ number: string, name: string, nameEn: string, shortName: string, shortNameEn: string, wording: string, comparator: Comparator, value: number | null, valueHigh: number | null, dueOn: string, health: Health, expectedValue: number | null, expectedAtMeasurement: number | null, deviation: number | null, isTraced: boolean, isUnattended: boolean, unattendedSince: string | null, unattendedFrom: string | null, assessedOn: string | null, assessmentBasis: string | null, isSample: boolean, latestMeasurement: { period: string, endsOn: string, value: number, isSample: boolean } | null, indicator: { unitOfMeasure: string | null, measurements: { nodes: Array<{ endsOn: string, value: number, isSample: boolean }> } } | null, trajectory: Array<{ endsOn: string, expected: number }>, assignments: Array<{ isCurrent: boolean, startsOn: string, isSample: boolean, membership: { id: string, role: CommitteeRole, office: string } | null }> }> } } | null };

export type ProgrammeWorkQueryVariables = Exact<{
  programme: string;
}>;


export type ProgrammeWorkQuery = { programme: { workItems: { totalCount: number, nodes: Array<{ code: string, kind: WorkItemKind, title: string, titleEn: string, shortName: string, shortNameEn: string, health: Health, percentComplete: number, plannedPercent: number, dueOn: string, completedOn: string | null, daysLate: number, isSample: boolean, product: string | null, approvalLevel: ApprovalLevel | null, missingClarity: Array<ClarityPoint>, isTraced: boolean, leadUnit: { shortName: string, shortNameEn: string } | null, responsiblePerson: { displayName: string } | null, resources: { nodes: Array<{ kind: ResourceKind, description: string | null, amount: string | null, currency: Currency | null, state: ResourceState, isSample: boolean }> }, deliverables: Array<{ number: number, title: string, dueOn: string, acceptedOn: string | null, daysLate: number }>, freshness: { ageDays: number | null, isStale: boolean } }> } } | null, committeeMemberships: { nodes: Array<{ id: string, role: CommitteeRole, office: string, isSample: boolean }> }, workItemOversights: { nodes: Array<{ membership: { id: string } | null, workItem: { code: string } | null }> } };

export type PulseQueryVariables = Exact<{ [key: string]: never; }>;


export type PulseQuery = { installation: { appVersion: string, serverTime: string, today: string, isShifted: boolean, hasSampleRows: boolean, cursor: string } };

export type QueuedReportFragment = { id: string, receiptCode: string, period: string, state: ProgressReportState, percentComplete: number, summary: string, difficulties: string | null, proposals: string | null, claimedHealth: Health | null, resultingHealth: Health | null, healthReason: string | null, decreaseReason: string | null, latenessReason: string | null, isLate: boolean, submittedAt: string, unitApprovedAt: string | null, version: number, isSample: boolean, submittedBy: { displayName: string } | null, unit: { shortName: string, shortNameEn: string } | null, milestones: Array<{ id: string, number: number, title: string, titleEn: string }>, viewerCan: { approve: boolean, return: boolean }, workItem: { code: string, title: string, titleEn: string, shortName: string, shortNameEn: string, percentComplete: number, plannedPercent: number, health: Health, dueOn: string } | null };

export type RecordMeasurementMutationVariables = Exact<{
  input: RecordMeasurementInput;
}>;


export type RecordMeasurementMutation = { recordMeasurement: { measurement: { id: string, period: string, value: number, recordedAt: string } | null, userErrors: Array<{ message: string, code: UserErrorCode, path: Array<string> }> } };

export type ReportFormQueryVariables = Exact<{
  code: string;
}>;


export type ReportFormQuery = { workItem: { id: string, code: string, kind: WorkItemKind, title: string, titleEn: string, shortName: string, shortNameEn: string, startsOn: string, dueOn: string, percentComplete: number, plannedPercent: number, health: Health, isSample: boolean, leadUnit: { code: string, shortName: string, shortNameEn: string } | null, openCycle: { period: string, dueOn: string, closesOn: string } | null, viewerCan: { submitReport: boolean }, milestones: Array<{ id: string, number: number, title: string, titleEn: string, dueOn: string, plannedPercent: number, reachedOn: string | null }>, progressReports: { nodes: Array<{ id: string, receiptCode: string, period: string, state: ProgressReportState, percentComplete: number, summary: string, difficulties: string | null, proposals: string | null, claimedHealth: Health | null, healthReason: string | null, decreaseReason: string | null, latenessReason: string | null, isLate: boolean, reviewNote: string | null, submittedAt: string, changedAt: string, version: number, milestones: Array<{ id: string }>, submittedBy: { id: string, displayName: string } | null, viewerCan: { withdraw: boolean } }> } } | null };

export type ReportOutcomeQueryVariables = Exact<{
  code: string;
}>;


export type ReportOutcomeQuery = { progressReport: { receiptCode: string, state: ProgressReportState, changedAt: string, reviewNote: string | null, submittedBy: { displayName: string } | null, unitApprovedBy: { displayName: string } | null, acceptedBy: { displayName: string } | null } | null, events: { nodes: Array<{ data: unknown, actor: { displayName: string } | null }> } };

export type ReturnProgressReportMutationVariables = Exact<{
  input: ReturnProgressReportInput;
}>;


export type ReturnProgressReportMutation = { returnProgressReport: { progressReport: { id: string, state: ProgressReportState } | null, userErrors: Array<{ message: string, code: UserErrorCode, path: Array<string> }> } };

export type RevokeDisplayMutationVariables = Exact<{
  input: RevokeDisplayInput;
}>;


export type RevokeDisplayMutation = { revokeDisplay: { display: { id: string, revokedAt: string | null } | null, userErrors: Array<{ message: string, code: UserErrorCode, path: Array<string> }> } };

export type ScreenTargetFragment = { number: string, shortName: string, shortNameEn: string, comparator: Comparator, value: number | null, valueHigh: number | null, health: Health, expectedValue: number | null, expectedAtMeasurement: number | null, isSample: boolean, indicator: { unitOfMeasure: string | null, unitOfMeasureEn: string | null } | null, latestMeasurement: { period: string, endsOn: string, value: number, recordedAt: string, isSample: boolean } | null, previousMeasurement: { value: number } | null };

export type ScreenItemFragment = { code: string, number: number, shortName: string, shortNameEn: string, health: Health, percentComplete: number, plannedPercent: number, dueOn: string, daysLate: number, isSample: boolean, leadUnit: { shortName: string, shortNameEn: string } | null, freshness: { ageDays: number | null, isStale: boolean } };

export type ScreenOverviewQueryVariables = Exact<{
  programme: string;
  items: Array<string> | string;
}>;


export type ScreenOverviewQuery = { programme: { code: string, targets: { nodes: Array<{ number: string, shortName: string, shortNameEn: string, comparator: Comparator, value: number | null, valueHigh: number | null, health: Health, expectedValue: number | null, expectedAtMeasurement: number | null, isSample: boolean, indicator: { unitOfMeasure: string | null, unitOfMeasureEn: string | null } | null, latestMeasurement: { period: string, endsOn: string, value: number, recordedAt: string, isSample: boolean } | null, previousMeasurement: { value: number } | null }> }, workItems: { nodes: Array<{ code: string, number: number, shortName: string, shortNameEn: string, health: Health, percentComplete: number, plannedPercent: number, dueOn: string, daysLate: number, isSample: boolean, leadUnit: { shortName: string, shortNameEn: string } | null, freshness: { ageDays: number | null, isStale: boolean } }> }, reportingCycles: { nodes: Array<{ period: string, endsOn: string, dueOn: string }> } } | null, progressReports: { nodes: Array<{ changedAt: string }> }, installation: { today: string, isShifted: boolean, hasSampleRows: boolean } };

export type SecretariatQueueQueryVariables = Exact<{ [key: string]: never; }>;


export type SecretariatQueueQuery = { progressReports: { nodes: Array<{ id: string, receiptCode: string, period: string, state: ProgressReportState, percentComplete: number, summary: string, difficulties: string | null, proposals: string | null, claimedHealth: Health | null, resultingHealth: Health | null, healthReason: string | null, decreaseReason: string | null, latenessReason: string | null, isLate: boolean, submittedAt: string, unitApprovedAt: string | null, version: number, isSample: boolean, submittedBy: { displayName: string } | null, unit: { shortName: string, shortNameEn: string } | null, milestones: Array<{ id: string, number: number, title: string, titleEn: string }>, viewerCan: { approve: boolean, return: boolean }, workItem: { code: string, title: string, titleEn: string, shortName: string, shortNameEn: string, percentComplete: number, plannedPercent: number, health: Health, dueOn: string } | null }> } };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { signIn: { expiresAt: string | null, userErrors: Array<{ message: string, code: UserErrorCode, path: Array<string> }> } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut: { userErrors: Array<{ message: string, code: UserErrorCode, path: Array<string> }> } };

export type SubmitProgressReportMutationVariables = Exact<{
  input: SubmitProgressReportInput;
}>;


export type SubmitProgressReportMutation = { submitProgressReport: { progressReport: { id: string, state: ProgressReportState, reviewNote: string | null } | null, receipt: { code: string, receivedAt: string } | null, userErrors: Array<{ message: string, code: UserErrorCode, path: Array<string> }> } };

export type UnitQueueQueryVariables = Exact<{ [key: string]: never; }>;


export type UnitQueueQuery = { progressReports: { nodes: Array<{ id: string, receiptCode: string, period: string, state: ProgressReportState, percentComplete: number, summary: string, difficulties: string | null, proposals: string | null, claimedHealth: Health | null, resultingHealth: Health | null, healthReason: string | null, decreaseReason: string | null, latenessReason: string | null, isLate: boolean, submittedAt: string, unitApprovedAt: string | null, version: number, isSample: boolean, submittedBy: { displayName: string } | null, unit: { shortName: string, shortNameEn: string } | null, milestones: Array<{ id: string, number: number, title: string, titleEn: string }>, viewerCan: { approve: boolean, return: boolean }, workItem: { code: string, title: string, titleEn: string, shortName: string, shortNameEn: string, percentComplete: number, plannedPercent: number, health: Health, dueOn: string } | null }> } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { id: string, displayName: string, email: string, roles: Array<Role>, unit: { code: string, name: string, nameEn: string, shortName: string, shortNameEn: string } | null } | null };

export type WithdrawProgressReportMutationVariables = Exact<{
  input: WithdrawProgressReportInput;
}>;


export type WithdrawProgressReportMutation = { withdrawProgressReport: { progressReport: { id: string, state: ProgressReportState } | null, userErrors: Array<{ message: string, code: UserErrorCode, path: Array<string> }> } };
