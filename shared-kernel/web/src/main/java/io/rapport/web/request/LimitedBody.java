package io.rapport.web.request;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import org.springframework.util.unit.DataSize;

/** A request whose body may be read up to a limit, as it arrives. */
final class LimitedBody extends HttpServletRequestWrapper {

    private final DataSize most;

    LimitedBody(HttpServletRequest request, DataSize most) {
        super(request);
        this.most = most;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Counting(super.getInputStream(), most);
    }

    private static final class Counting extends ServletInputStream {

        private final ServletInputStream body;
        private final DataSize most;
        private long seen;

        private Counting(ServletInputStream body, DataSize most) {
            this.body = body;
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            int read = body.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = body.read(target, offset, length);
            count(read);
            return read;
        }

        private void count(int read) {
            seen += Math.max(0, read);
            if (seen > most.toBytes()) {
                throw BodyLimitFilter.tooLarge(most);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
