package dev.cowork.partner;

import dev.cowork.playbook.Playbook;
import dev.cowork.workspace.wall.Within;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The colleague in the thread. Claude where there is a key; the playbook where there is none, or where it is asked to
/// stand in. The playbook never pretends to be Claude.
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER)
public class Partner {
    private final PartnerConfig config;
    private final Prompts prompts = new Prompts();
    private final Optional<Claude> claude;
    private final PlaybookPartner playbook;

    @Inject
    Partner(PartnerConfig config, Playbook playbook, SharedLimit limit, Meter meter) {
        this(config, playbook, limit, meter, Thread::sleep);
    }

    Partner(PartnerConfig config, Playbook playbook, SharedLimit limit, Pause pause) {
        this(config, playbook, limit, (_, _, _, _) -> {}, pause);
    }

    Partner(PartnerConfig config, Playbook playbook, SharedLimit limit, Meter meter, Pause pause) {
        this.config = config;
        this.playbook = new PlaybookPartner(playbook);
        this.claude = config.apiKey()
                .filter(key -> !key.isBlank())
                .map(key -> new Claude(config, key.strip(), limit, meter, pause));
    }

    /// Whether there is a key, so that [#reply] asks Claude.
    public boolean hasClaude() {
        return claude.isPresent();
    }

    /// Which model of Claude's answers.
    public String model() {
        return config.model();
    }

    /// Answers the agent's latest words. Takes seconds to a minute; `live` hears the words as they are written, in
    /// pieces, on the caller's thread. Joined, the pieces are exactly `Answer.text()`. What `live` throws ends the
    /// answer and is passed on.
    ///
    /// @throws PartnerUnavailableException where no answer is to be had; says whether trying again helps, and when
    public Answer reply(Brief brief, Consumer<String> live) {
        return claude.map(line -> counted(brief, () -> new Answering(config, line, prompts, brief, live).answer()))
                .orElseGet(() -> replyFromPlaybook(brief, live));
    }

    /// As [#reply], by the playbook, whether Claude could be asked or not. Takes no time and never fails for want of
    /// an answer.
    public Answer replyFromPlaybook(Brief brief, Consumer<String> live) {
        return playbook.reply(brief, live);
    }

    /// The answer that came of [#reply] when somebody stopped it after these words, in the form in which the talk goes
    /// on from it. Asks nobody.
    public Answer brokenOff(Brief brief, String text) {
        var author = hasClaude() ? Author.CLAUDE : Author.PLAYBOOK;
        return new Answer(text, List.of(), author, brokenOffRecord(brief, text.strip()), Answer.Usage.NONE, List.of());
    }

    private String brokenOffRecord(Brief brief, String said) {
        if (said.isEmpty()) {
            return "";
        }
        if (!hasClaude()) {
            return TurnRecord.ofPlaybook(brief.authority(), brief.words(), said, List.of())
                    .written();
        }
        var talk = new Conversation(prompts, brief);
        talk.add(TurnRecord.JSON.createArrayNode().add(TurnRecord.text(said)));
        return talk.record(TurnRecord.JSON.createArrayNode()).written();
    }

    /// What kind of opening the words of the brief are, by the fast model; empty where there is no Claude, or it
    /// does not say. Blocking like [#reply], not streamed.
    ///
    /// @throws PartnerUnavailableException as [#reply]
    public Optional<Sorting> sort(Brief brief) {
        return claude.flatMap(line -> counted(brief, () -> new SortingOpening(config, line, prompts).sort(brief)));
    }

    /// Looks back on a closed session. Blocking like [#reply], not streamed.
    ///
    /// @throws PartnerUnavailableException as [#reply]
    public Retrospect lookBack(Brief brief, String outcome) {
        return claude.map(line -> counted(brief, () -> new LookingBack(config, line, prompts).lookBack(brief, outcome)))
                .orElseGet(() -> playbook.lookBack(brief));
    }

    /// Says which of the things a passage shows. Blocking like [#reply]. Without Claude nothing is declared.
    ///
    /// @throws PartnerUnavailableException as [#reply]
    public Practice.Seen recognise(Practice.Passage passage) {
        return claude.map(line -> new Practising(config, line, prompts).recognise(passage))
                .orElse(Practice.Seen.NOTHING);
    }

    /// Says the next line of a part in a drill. Blocking like [#reply].
    ///
    /// @throws PartnerUnavailableException as [#reply]
    public Practice.Line say(Practice.Scene scene) {
        return claude.map(line -> new Practising(config, line, prompts).say(scene))
                .orElseGet(() -> Practising.standIn(scene));
    }

    /// Takes a position on a case, as one of several specialists. Blocking like [#reply], not streamed.
    ///
    /// @param others how the others see the same facts, line by line; empty in the first round
    /// @throws PartnerUnavailableException as [#reply]; also where there is no Claude: nobody stands in
    public Specialist.Taken takePosition(Specialist.Matter matter, Specialist.Part part, List<String> others) {
        return counted(matter.brief(), () -> specializing(matter).take(matter, part, others));
    }

    /// Writes for the customer under what the specialists said. Blocking like [#reply], not streamed.
    ///
    /// @param told the positions and what was decided, line by line
    /// @throws PartnerUnavailableException as [#takePosition]
    public Specialist.Written writeUnder(Specialist.Matter matter, Specialist.Part part, List<String> told) {
        return counted(matter.brief(), () -> specializing(matter).write(matter, part, told));
    }

    private Specializing specializing(Specialist.Matter matter) {
        var line = claude.orElseThrow(() -> new PartnerUnavailableException(
                PartnerUnavailableException.Cause.MISCONFIGURED, Optional.empty(), null));
        return new Specializing(config, line, prompts, matter.brief().company().voice());
    }

    /// What Claude is asked in it counts for the brief's workspace.
    private static <T> T counted(Brief brief, Supplier<T> asking) {
        return Within.workspace(brief.workspace(), asking);
    }

    @PreDestroy
    void hangUp() {
        claude.ifPresent(Claude::close);
    }
}
