package org.interviewplanner.web.session.live;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps what is sent to the endpoints small: an entry is at most a note, and more than twice the
 * longest note in its longest spelling is none.
 */
@Component
class BodyLimit extends OncePerRequestFilter {
    static final int MOST_BYTES = 256 * 1024;
    private static final String ANSWER =
            """
            {"error":"The entry is too large.","reason":"TOO_LARGE"}\
            """;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getServletPath().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > MOST_BYTES) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            response.setContentType("application/json");
            response.getWriter().write(ANSWER);
        } else {
            chain.doFilter(new Bounded(request), response);
        }
    }

    /** For whoever does not say beforehand how much will come. */
    private static final class Bounded extends HttpServletRequestWrapper {
        Bounded(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new BoundedStream(super.getInputStream());
        }
    }

    private static final class BoundedStream extends ServletInputStream {
        private final ServletInputStream stream;
        private int left = MOST_BYTES;

        BoundedStream(ServletInputStream stream) {
            this.stream = stream;
        }

        @Override
        public int read() throws IOException {
            var read = stream.read();
            return read < 0 ? read : count(1, read);
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            var read = stream.read(into, from, most);
            return read < 0 ? read : count(read, read);
        }

        private int count(int bytes, int result) throws IOException {
            left -= bytes;
            if (left < 0) {
                throw new IOException("more than " + MOST_BYTES + " bytes");
            }
            return result;
        }

        @Override
        public boolean isFinished() {
            return stream.isFinished();
        }

        @Override
        public boolean isReady() {
            return stream.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            stream.setReadListener(listener);
        }
    }
}
