using PlanTracker.Domain.Plans.Likeness;

namespace PlanTracker.Domain.Tests.Plans;

public sealed class PassageMatcherTests
{
    private static readonly PassageMatcher<int> Matcher = new(
    [
        (1, "清理规范性文件", "对现行规范性文件逐件清理，公布继续有效、废止、修改的目录。"),
        (2, "编印办事指南", "把高频事项的办事指南编印成册，发放到各镇。"),
        (3, "修订办事指南", "把高频事项的办事指南修订一遍，发放到各镇。"),
    ]);

    [Fact]
    public void A_task_whose_words_a_passage_takes_up_stands_out()
    {
        var found = Matcher.For("（一）抓文件清理", "对规范性文件逐件清理42件，公布废止和修改的目录。");

        Assert.Equal((1, true), (found[0].Task, found[0].IsStrong));
    }

    [Fact]
    public void Of_two_tasks_as_much_alike_neither_stands_out()
    {
        var found = Matcher.For("抓指南", "高频事项的办事指南已发放到各镇。");

        Assert.Equal([2, 3], found.Select(x => x.Task).Order());
        Assert.DoesNotContain(found, x => x.IsStrong);
    }

    [Fact]
    public void A_passage_of_another_matter_tells_of_no_task() => Assert.Empty(Matcher.For("（五）抓节约用电", "办公楼照明全部换成节能灯，更换900盏。"));

    [Fact]
    public void A_few_common_words_are_no_likeness() => Assert.DoesNotContain(Matcher.For("", "已公布。"), x => x.IsStrong);
}
