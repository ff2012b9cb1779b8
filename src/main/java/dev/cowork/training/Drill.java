package dev.cowork.training;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A case to practise on.
///
/// @param id the file's name, or the id of a drill made from a session
/// @param kind the opening it belongs to
/// @param temper the customer's at the start
/// @param needs the steps of HEARD that a good reply takes here
/// @param goal what the customer wants, in their words; `unsaid` is said once somebody asks in the way of `unlockedBy`
/// @param asks what the coach has the trainee think about, in order
/// @param source the text all of it was read from
record Drill(
        String id,
        String title,
        String kind,
        String customer,
        Temper temper,
        List<Step> needs,
        String situation,
        String firstWords,
        String goal,
        String history,
        String unsaid,
        Mention unlockedBy,
        List<Ask> asks,
        String write,
        String goodReply,
        String why,
        String source) {

    /// One round of thinking: what the coach says, and what the trainee is to find.
    record Ask(String intro, List<Point> points) {
        static final String POINTS = "{points}";

        /// The intro with these of its points as a numbered list.
        String asking(List<Point> open) {
            var list = IntStream.rangeClosed(1, open.size())
                    .mapToObj(number -> number + ". " + open.get(number - 1).question())
                    .collect(Collectors.joining("\n"));
            return intro.replace(POINTS, list);
        }
    }

    /// Something the trainee finds, or is led to.
    ///
    /// @param known what words show that they found it
    /// @param good said when they did; may be empty
    /// @param isNeeded whether the coach stays until it is found or told
    record Point(String question, Mention known, String hint, String tell, String good, boolean isNeeded) {}

    /// All that the trainee and the coach know of the case.
    String story() {
        return situation + "\n" + firstWords + "\n" + history + "\n" + unsaid;
    }

    @Override
    public String toString() {
        return "Drill[" + id + "]";
    }
}
