package io.rapport.gateway.session;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.io.Serializable;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.util.WebUtils;

/** Bounds how many sessions there are, and how long each lives. */
final class SessionLimits implements HttpSessionListener, HttpSessionIdListener {

    private static final String BEGAN = SessionLimits.class.getName() + ".began";

    private final SessionProperties limits;
    /** Oldest first. */
    private final Map<String, HttpSession> sessions = new LinkedHashMap<>();

    SessionLimits(SessionProperties limits) {
        this.limits = limits;
    }

    /** Counts a session's age from now on. */
    static void begin(HttpSession session) {
        session.setAttribute(BEGAN, Instant.now());
    }

    /** Whether somebody signed in too long ago. */
    boolean isOver(HttpSession session) {
        return !(session.getAttribute(BEGAN) instanceof Instant began)
                || began.plus(limits.longest()).isBefore(Instant.now());
    }

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        HttpSession session = event.getSession();
        session.setMaxInactiveInterval((int) limits.idle().toSeconds());
        session.setAttribute(WebUtils.SESSION_MUTEX_ATTRIBUTE, new Mutex());
        HttpSession oldest = add(session);
        if (oldest != null) {
            end(oldest);
        }
    }

    @Override
    public synchronized void sessionDestroyed(HttpSessionEvent event) {
        sessions.remove(event.getSession().getId());
    }

    @Override
    public synchronized void sessionIdChanged(HttpSessionEvent event, String oldId) {
        sessions.remove(oldId);
        sessions.put(event.getSession().getId(), event.getSession());
    }

    private synchronized HttpSession add(HttpSession session) {
        sessions.put(session.getId(), session);
        if (sessions.size() <= limits.most()) {
            return null;
        }
        Iterator<HttpSession> eldest = sessions.values().iterator();
        HttpSession oldest = eldest.next();
        eldest.remove();
        return oldest;
    }

    private static void end(HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException overAlready) {
            // What was wanted.
        }
    }

    /** What requests of one session wait for each other at. */
    private static final class Mutex implements Serializable {
    }
}
