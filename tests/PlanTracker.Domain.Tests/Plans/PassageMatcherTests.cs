using PlanTracker.Domain.Plans.Likeness;

namespace PlanTracker.Domain.Tests.Plans;

public sealed class PassageMatcherTests
{
    private static readonly TextIndex<TaskText> Tasks = TaskText.Index(
    [
        new(Id(1), "清理规范性文件", "对现行规范性文件逐件清理，公布继续有效、废止、修改的目录。"),
        new(Id(2), "编印办事指南", "把高频事项的办事指南编印成册，发放到各镇。"),
        new(Id(3), "修订办事指南", "把高频事项的办事指南修订一遍，发放到各镇。"),
    ]);

    [Fact]
    public void A_task_whose_words_a_passage_takes_up_stands_out()
    {
        var found = Tasks.TasksOf("（一）抓文件清理", "对规范性文件逐件清理42件，公布废止和修改的目录。");

        Assert.Equal((Id(1), true), (found[0].Task.Id, found[0].IsStrong));
    }

    [Fact]
    public void Of_two_tasks_as_much_alike_neither_stands_out()
    {
        var found = Tasks.TasksOf("抓指南", "高频事项的办事指南已发放到各镇。");

        Assert.Equal([Id(2), Id(3)], found.Select(x => x.Task.Id).Order());
        Assert.DoesNotContain(found, x => x.IsStrong);
    }

    [Fact]
    public void A_passage_of_another_matter_tells_of_no_task() => Assert.Empty(Tasks.TasksOf("（五）抓节约用电", "办公楼照明全部换成节能灯，更换900盏。"));

    [Fact]
    public void A_few_common_words_are_no_likeness() => Assert.DoesNotContain(Tasks.TasksOf("", "已公布。"), x => x.IsStrong);

    [Fact]
    public void A_short_task_of_which_a_long_passage_tells_stands_out()
    {
        var tasks = TaskText.Index([new(Id(1), "梳理公布事项清单", ""), new(Id(2), "开展专项培训", "")]);

        var found = tasks.TasksOf("抓事项清单", "会同各有关部门逐项核对依据和标准，梳理公布事项清单三批，在门户网站公布事项126项，群众满意率达到98%，并向企业发放办事须知三千份。");

        Assert.Equal((Id(1), true), (found[0].Task.Id, found[0].IsStrong));
    }

    private static Guid Id(int id) => new(id, 0, 0, new byte[8]);
}
