using Microsoft.Extensions.Localization;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Web.Features.Units.Transfer;

/// <summary>What becomes of a part, in a word or two.</summary>
public sealed class FateWords(IStringLocalizer<Words> words)
{
    public string this[TransferFate fate] => words[fate switch
    {
        TransferFate.Moves => "划转",
        TransferFate.Merges => "合并",
        TransferFate.Blocked => "须先处理",
        _ => "不划转",
    }];
}
