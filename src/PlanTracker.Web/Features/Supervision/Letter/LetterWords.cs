using Microsoft.Extensions.Localization;
using PlanTracker.Domain.Supervision;

namespace PlanTracker.Web.Features.Supervision.Letter;

/// <summary>What the states, grounds and sieves of letters are called.</summary>
public sealed class LetterWords(IStringLocalizer<Words> words)
{
    public string this[LetterState state] => words[state switch
    {
        LetterState.Draft => "草稿",
        LetterState.Issued => "待复函",
        LetterState.Answered => "已复函",
        _ => "已作废",
    }];

    public string this[LetterGround ground] => words[ground switch
    {
        LetterGround.NotAsked => "首次商请",
        LetterGround.Unanswered => "到期未复函",
        _ => "发函后任务逾期",
    }];

    public string this[LetterFilter filter] => words[filter switch
    {
        LetterFilter.Open => "未了结",
        LetterFilter.Draft => "草稿",
        LetterFilter.Awaited => "待复函",
        LetterFilter.Unanswered => "到期未复函",
        LetterFilter.Answered => "已复函",
        _ => "全部",
    }];
}
