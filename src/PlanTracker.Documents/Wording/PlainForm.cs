using System.Collections.Frozen;
using System.Globalization;

namespace PlanTracker.Documents.Wording;

/// <summary>One width, one kind of bracket, simplified characters: what wordings are matched against. One character stays one character,
/// so that positions hold in both forms.</summary>
public static class PlainForm
{
    // The characters that stand in labels, verbs, unit names, dates and titles; a name is never put out in this form.
    private const string Traditional =
        "單責牽頭負會參與協辦導級區縣鎮鄉關於時間號國務發計劃條總標員組個優學業農廳長當開報屬衛體態環護資財稅監證設產動實說請達萬億畝噸項類屆來從進還" +
        "們為無點對應將並後見規範東邊黨織電網絡車輛選舉貫徹強領機構職權違審評檢測試驗專門題決議紀執處罰訴訟調糧庫齡貧鐵運輸馬廣視聽樓園醫療藥儲備災難" +
        "險際經濟貿術創雲數據鋪營銷費額糾紛聯確礎補貼養獎勵訓練歲殘婦兒齊聲聞顯續綜結約繼統線緊細終絲給繳別穩傳債傷僅價儀內兩冊凍劇勞勢匯啟圖團場塊墾" +
        "壓寧寫寬島嶺幣幫廠廢徑復惡慶戰戶掃採擔擴晉暫書棄極樣橋檔歷歸氣沒況淨減溫滅滿漁潔灣煙爭狀獨畢盤礦禮種稱競筆築簡簽編脫舊裝製複觀訂討認變讓貨質" +
        "購軍輔輪轉遠適郵釋錄鋼鏈隊階隨雙頁預頒風飲館" +
        "現爲該擬嚴週佈問顧閉閱離針錢陸陽壞師幹徵憲撥斷獲籌納綠維綱縮績習臨興莊蓋託記許詢誠談論講識讀貸買賣踐蹤載輕過遷遺銀銜響順須願餘駐漢灘滯爐牆穀紅純紙罷聖肅葉虛詞誤課謀譯賬賽贈趕較辭辯遞遲錯鍵鑒闡雖頂頻飛飯鬆魚鮮鹽麗鄰隱雜靜勻夠奪尋層巖彙懷懸損搶攜敗敵曉朧殺涼淚渾" +
        "湧溝潛澤濱瀏燈燒瘋盜礙禍窮籃綁緒緩縱繞艦蘇蘭蟲襲誰謝譽貢販賓賴贏趨跡躍軌輝輯釐鋒鎖鐘閒閥隸韌顆飾騰驅驟龍";

    private const string Simplified =
        "单责牵头负会参与协办导级区县镇乡关于时间号国务发计划条总标员组个优学业农厅长当开报属卫体态环护资财税监证设产动实说请达万亿亩吨项类届来从进还" +
        "们为无点对应将并后见规范东边党织电网络车辆选举贯彻强领机构职权违审评检测试验专门题决议纪执处罚诉讼调粮库龄贫铁运输马广视听楼园医疗药储备灾难" +
        "险际经济贸术创云数据铺营销费额纠纷联确础补贴养奖励训练岁残妇儿齐声闻显续综结约继统线紧细终丝给缴别稳传债伤仅价仪内两册冻剧劳势汇启图团场块垦" +
        "压宁写宽岛岭币帮厂废径复恶庆战户扫采担扩晋暂书弃极样桥档历归气没况净减温灭满渔洁湾烟争状独毕盘矿礼种称竞笔筑简签编脱旧装制复观订讨认变让货质" +
        "购军辅轮转远适邮释录钢链队阶随双页预颁风饮馆" +
        "现为该拟严周布问顾闭阅离针钱陆阳坏师干征宪拨断获筹纳绿维纲缩绩习临兴庄盖托记许询诚谈论讲识读贷买卖践踪载轻过迁遗银衔响顺须愿余驻汉滩滞炉墙谷红纯纸罢圣肃叶虚词误课谋译账赛赠赶较辞辩递迟错键鉴阐虽顶频飞饭松鱼鲜盐丽邻隐杂静匀够夺寻层岩汇怀悬损抢携败敌晓胧杀凉泪浑" +
        "涌沟潜泽滨浏灯烧疯盗碍祸穷篮绑绪缓纵绕舰苏兰虫袭谁谢誉贡贩宾赖赢趋迹跃轨辉辑厘锋锁钟闲阀隶韧颗饰腾驱骤龙";

    private static readonly FrozenDictionary<char, char> Forms = Build();

    public static string Of(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        for (var i = 0; i < source.Length; i++) target[i] = Of(source[i]);
    });

    public static char Of(char c) => c switch
    {
        '[' or '<' or '{' => '(',
        ']' or '>' or '}' => ')',
        '~' => '-',
        '\t' => ' ',
        < '\u0080' => c,
        '［' or '｛' or '＜' => '(',
        '］' or '｝' or '＞' => ')',
        >= '\uFF01' and <= '\uFF5E' => Forms.TryGetValue((char)(c - 0xFEE0), out var bracket) ? bracket : (char)(c - 0xFEE0),
        _ => Forms.GetValueOrDefault(c, c),
    };

    private static FrozenDictionary<char, char> Build()
    {
        var forms = new Dictionary<char, char>
        {
            ['〔'] = '(', ['〕'] = ')', ['【'] = '(', ['】'] = ')', ['['] = '(', [']'] = ')', ['〈'] = '(', ['〉'] = ')', ['<'] = '(', ['>'] = ')',
            ['﹙'] = '(', ['﹚'] = ')', ['\u3000'] = ' ', ['\u00A0'] = ' ', ['\u2002'] = ' ', ['\u2003'] = ' ', ['\u2009'] = ' ', ['\t'] = ' ',
            ['﹕'] = ':', ['∶'] = ':', ['—'] = '-', ['–'] = '-', ['―'] = '-', ['－'] = '-', ['~'] = '-', ['〜'] = '-', ['‐'] = '-', ['○'] = '〇',
            ['％'] = '%', ['﹪'] = '%', ['·'] = '.', ['﹒'] = '.', ['｡'] = '。', ['、'] = '、',
        };
        // Digits of other scripts are digits to patterns, but not to those who read their value.
        for (var c = '\u0080'; c < char.MaxValue; c++)
            if (char.IsDigit(c)) forms.TryAdd(c, (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)));
        for (var i = 0; i < Traditional.Length; i++) forms.TryAdd(Traditional[i], Simplified[i]);
        return forms.ToFrozenDictionary();
    }
}
