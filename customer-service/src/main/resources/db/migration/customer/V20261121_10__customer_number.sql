-- Where the search for a free customer number begins; which numbers are taken is in the table of reservations.
CREATE SEQUENCE customer_number;
