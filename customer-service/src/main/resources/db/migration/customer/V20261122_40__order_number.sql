-- Where the search for a free order number begins; which numbers are taken is in the table of reservations.
CREATE SEQUENCE order_number;
