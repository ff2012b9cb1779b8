package dev.cowork.story;

import java.net.URI;

/// The support desk of the local Slack: its people and its channels.
public record Desk(Playground slack) {
    public static final String SUPPORT = "CSUPPORT1";
    public static final String APPROVALS = "CAPPROVE1";
    public static final String TIPS = "CTIPS0001";

    /// The desk as on its first day.
    public static Desk open(URI application) {
        var slack = new Playground(application);
        slack.reset();
        return new Desk(slack);
    }

    /// An agent.
    public Person ana() {
        return new Person(slack, "UANA00001", "Ana");
    }

    /// A new agent.
    public Person noa() {
        return new Person(slack, "UNOA00001", "Noa");
    }

    /// A supervisor.
    public Person sam() {
        return new Person(slack, "USAM00001", "Sam");
    }

    /// A manager.
    public Person mia() {
        return new Person(slack, "UMIA00001", "Mia");
    }
}
