"""What an author reads of a mistake."""

from sholu.problems import Place, Problem, nearest


def test_a_problem_says_where_what_and_how_to_mend_it() -> None:
    """One sentence, in the order in which an author needs it."""
    problem = Problem(Place("docs/ru/a.md", 41), 'no work "x"', 'did you mean "y"?')
    assert str(problem) == 'docs/ru/a.md:41: no work "x"; did you mean "y"?'


def test_problems_are_ordered_by_file_and_line() -> None:
    """Line 9 comes before line 10."""
    problems = [Problem(Place("a", 10), "", ""), Problem(Place("a", 9), "", "")]
    assert [problem.place.line for problem in sorted(problems)] == [9, 10]


def test_the_nearest_word_ignores_case_and_is_empty_for_strangers() -> None:
    """A proposal is made only where one comes near."""
    assert nearest("Hiro2008", ["hiro2009", "laumulin2020"]) == "hiro2009"
    assert nearest("zzz", ["hiro2009"]) == ""
