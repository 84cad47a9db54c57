/** The zone in which the city counts its days. It has had no daylight saving since 1975. */
export const CITY_ZONE = 'Asia/Ho_Chi_Minh';
