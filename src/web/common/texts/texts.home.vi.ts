/** What the first page says in Vietnamese. */
export const homeTextsVi = {
  documentTitle: 'tiendo: theo dõi tiến độ',
  heading: 'Tiến độ chương trình công tác, nhìn thấy ngay khi thay đổi',
  lead: 'Đơn vị báo cáo, ban chỉ đạo nhìn thấy số liệu đã chấp nhận trên màn hình phòng họp, người phân tích hỏi bất cứ điều gì qua GraphQL.',
  screen: {
    name: 'Màn hình phòng họp',
    about: 'Chỉ tiêu và 32 đầu việc trên một trang, cập nhật trực tiếp. Mở bằng liên kết do cơ quan thường trực cấp.',
  },
  programme: {
    name: 'Chương trình',
    about:
      'Dành cho thành viên Ban Chỉ đạo: chỉ tiêu so với lộ trình, ai chỉ đạo việc gì, văn bản đến bước nào, còn khoảng trống và mâu thuẫn nào.',
  },
  report: {
    name: 'Báo cáo',
    about: 'Nộp, duyệt và chấp nhận báo cáo tiến độ; ghi số liệu chỉ tiêu; quản lý màn hình.',
  },
  schema: {
    name: 'Lược đồ GraphQL',
    about: 'Toàn bộ kiểu và trường, có mô tả tiếng Việt. Một đường dẫn /graphql cho HTTP và WebSocket.',
  },
  state: 'Tình trạng hệ thống',
  version: 'Phiên bản',
  today: 'Ngày làm việc của hệ thống',
  clock: 'Đồng hồ',
  clockShifted: 'mô phỏng, khác ngày thật',
  clockReal: 'ngày thật',
  data: 'Dữ liệu',
  dataSample: 'có dòng mẫu',
  dataReal: 'không có dòng mẫu',
};
