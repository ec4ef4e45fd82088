package io.rapport.customer.application.loyalty;

import io.rapport.customer.application.customers.AnsweringCustomers;
import io.rapport.customer.application.orders.CustomerOrders;
import io.rapport.customer.domain.customers.CustomerCommand;
import io.rapport.customer.domain.loyalty.LoyaltyRules;
import io.rapport.customer.domain.loyalty.Purchase;
import io.rapport.customer.domain.loyalty.RuleSet;
import io.rapport.eventstore.BatchItem;
import io.rapport.eventstore.CommandBatch;
import io.rapport.eventstore.CommandContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Tells in the events of a customer when its tier has become another: after its orders changed, after rules changed, on
 * the day on which rules take over. Runs on every instance; each customer is looked at by one of them.
 */
@Component
class WhenPointsMoveThenTierFollows implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WhenPointsMoveThenTierFollows.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int MOST_AT_ONCE = 100;
    private static final CommandContext CONTEXT = new CommandContext("loyalty", null, "loyalty rules", "loyalty", null);

    private final CustomerTiers tiers;
    private final CustomerOrders orders;
    private final CustomerRedemptions redemptions;
    private final AnsweringCustomers answering;
    private final AdministeredLoyaltyRules rules;
    private final CommandBatch commands;
    private final TransactionTemplate transaction;
    private final Clock clock = Clock.systemUTC();
    private final Semaphore stop = new Semaphore(0);
    private volatile boolean stopping;
    private volatile Thread thread;

    WhenPointsMoveThenTierFollows(CustomerTiers tiers, CustomerOrders orders, CustomerRedemptions redemptions,
                                  AnsweringCustomers answering, AdministeredLoyaltyRules rules, CommandBatch commands,
                                  TransactionTemplate transaction) {
        this.tiers = tiers;
        this.orders = orders;
        this.redemptions = redemptions;
        this.answering = answering;
        this.rules = rules;
        this.commands = commands;
        this.transaction = transaction;
    }

    @Override
    public void start() {
        stopping = false;
        thread = Thread.ofVirtual().name("loyalty-tiers").start(this::loop);
    }

    /** Waits until what is under way is committed. */
    @Override
    public void stop() {
        Thread running = thread;
        if (running == null) {
            return;
        }
        stopping = true;
        stop.release();
        try {
            running.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void loop() {
        while (!stopping) {
            boolean more = false;
            try {
                more = Boolean.TRUE.equals(transaction.execute(_ -> lookAtSome()));
            } catch (RuntimeException failure) {
                LOG.warn("The tiers of some customers have to wait: {}", failure.toString());
            }
            if (!more) {
                pause();
            }
        }
    }

    private void pause() {
        try {
            if (stop.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                stopping = true;
            }
        } catch (InterruptedException interrupted) {
            stopping = true;
        }
    }

    /** Returns whether there may be more. */
    private boolean lookAtSome() {
        LoyaltyRules present = rules.stored();
        LocalDate today = LocalDate.now(clock);
        LocalDate before = tiers.reach(today);
        if (!present.on(before).equals(present.on(today))) {
            tiers.noteAll();
        }
        Set<String> due = tiers.take(MOST_AT_ONCE);
        if (due.isEmpty()) {
            return false;
        }
        Map<String, String> survivors = answering.answeringFor(due);
        Set<String> customers = due.stream().map(id -> survivors.getOrDefault(id, id))
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, List<Purchase>> purchases = orders.ofEach(customers);
        Map<String, String> known = tiers.known(customers);
        List<BatchItem> changes = new ArrayList<>();
        for (String customerId : customers) {
            String now = tier(purchases.getOrDefault(customerId, List.of()), present, today);
            CustomerCommand.ChangeTier change = Objects.equals(now, known.get(customerId)) ? null
                    : changeOf(customerId, present, today);
            if (change != null) {
                changes.add(new BatchItem(change, CONTEXT));
            }
        }
        // A customer that was merged in this moment refuses; the merge itself has noted who answers for it.
        commands.execute(changes);
        return true;
    }

    /** Null where the tier is as it was. */
    private CustomerCommand.ChangeTier changeOf(String customerId, LoyaltyRules present, LocalDate today) {
        // Another instance may have found the same: whoever comes second waits, and sees it done.
        redemptions.lock(customerId);
        String now = tier(orders.of(customerId), present, today);
        String known = tiers.known(customerId);
        return Objects.equals(now, known) ? null : new CustomerCommand.ChangeTier(customerId, known, now);
    }

    /** Null for none. */
    private static String tier(List<Purchase> purchases, LoyaltyRules present, LocalDate today) {
        return present.tier(present.earned(purchases), today).map(RuleSet.Tier::code).orElse(null);
    }
}
