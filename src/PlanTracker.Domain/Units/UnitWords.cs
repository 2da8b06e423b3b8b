using System.Collections.Frozen;

namespace PlanTracker.Domain.Units;

/// <summary>What a word says when a name is shortened.</summary>
internal enum WordWeight
{
    /// <summary>Without it another body is meant.</summary>
    Telling,

    /// <summary>Left out as soon as the word before it is there: 资源 of 人力资源.</summary>
    Trailing,

    /// <summary>Left out as one likes: 管理, 事务.</summary>
    Weak,
}

/// <summary>The words that names of public bodies are made of, as far as cutting and shortening them depends on it. Words that are not here are cut
/// two by two, which is how nearly all of them are built.</summary>
internal static class UnitWords
{
    public const int Longest = 6;

    private const string WeakWords =
        "管理 监督 行政 综合 事务 城乡 工作 服务 人民 全面 自然 机构 领导 小组 委员会 常务 常委会 开发 地方";

    /// <summary>What stands before + stands for what stands behind it.</summary>
    private const string Compounds =
        "人力+资源 社会+保障 医疗+保障 广播+电视 新闻+出版 交通+运输 生态+环境 环境+保护 科学+技术 质量+技术 计划+生育 安全+生产 国土+资源 城市+建设 城市+投资 "
        + "食品+药品 纪律+检查 文学+艺术界 政务+公开 信息+技术 国有+资产 外国+专家 知识+产权 公共+资源 金融+监管 住房+保障 大+数据 轨道+交通 消防+救援 企业+改革 民族+宗教";

    private const string OtherWords =
        "市场 司法 公安 财政 审计 统计 商务 水利 水务 林业 民政 信访 教育 体育 文化 旅游 文物 卫生 健康 疾病 预防 控制 住房 建设 规划 农业 农村 畜牧 水产 渔业 农机 应急 "
        + "残疾人 妇女 工商业 工商 退役军人 信息化 工业 经济 发展 改革 科技 投资 财经 审批 执法 城市 气象 税务 烟草 专卖 邮政 供销 档案 地震 测绘 粮食 物资 储备 能源 扶贫 "
        + "乡村 振兴 机关 民族 宗教 侨务 港澳 台湾 外事 编制 依法治国 依法治省 依法治市 依法治县 依法治区 依法治镇 依法 平安 武装 优化 营商环境 数据 政务 法制 法治 网络 安全 国防 动员 人防 防空 "
        + "食品 药品 医疗 保障 就业 社保 公积金 园区 工业园 红十字 共青团 组织 宣传 统战 统一战线 政法 直属 老干部 党校 党史 研究 决策 咨询 督查 金融 地名 移民 库区 湿地 林草 草原 资源 利用 海洋 港口 "
        + "口岸 机场 铁路 公路 电力 供电 燃气 自来水 排水 环卫 园林 绿化 市政 公用 事业 房产 房屋 征收 土地 拆迁 重点 项目 招商 合作 区域 协作 支援 接待 保密 密码 国家安全 反恐 禁毒 缉私";

    private static readonly FrozenDictionary<string, WordWeight> Weights = Laid();

    /// <summary>Null where the word is not known.</summary>
    public static WordWeight? WeightOf(string word) => Weights.TryGetValue(word, out var weight) ? weight : null;

    /// <summary>Whether <paramref name="word"/> is left out once <paramref name="before"/> is there.</summary>
    public static bool Trails(string before, string word) => Trailing.Contains((before, word));

    private static readonly FrozenSet<(string Before, string Word)> Trailing =
        [.. Compounds.Split(' ').Select(x => x.Split('+')).Select(x => (x[0], x[1]))];

    private static FrozenDictionary<string, WordWeight> Laid()
    {
        Dictionary<string, WordWeight> laid = [];
        foreach (var word in OtherWords.Split(' ').Concat(Compounds.Split(' ', '+')))
            laid[word] = WordWeight.Telling;
        foreach (var word in WeakWords.Split(' '))
            laid[word] = WordWeight.Weak;
        return laid.ToFrozenDictionary();
    }
}
