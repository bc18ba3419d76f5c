// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <blinding/identitymask.h>

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

const std::vector<ConfigurationStyle> known{
    {.configuration = {u"mini_swe_sdk"_s, u"gpt-5.4"_s}, .displayName = u"GPT 5.4"_s},
    {.configuration = {u"mini_swe_sdk"_s, u"qwen3-coder-next"_s}, .displayName = u"Qwen3 Coder Next"_s},
    {.configuration = {u"openhands_sdk"_s, u"openrouter/acme/rocket-7b:free"_s}, .displayName = u"Rocket"_s}};

IdentityMask aMask()
{
    return {known, {u"Lab Nine"_s, u"élan"_s}};
}

template <typename T>
const T &anyOf(const QList<T> &list, QRandomGenerator &chance)
{
    return list[chance.bounded(list.size())];
}

/// A name with other case and other separators.
QString spelt(const QString &name, QRandomGenerator &chance)
{
    static const QStringList separators{{}, u"-"_s, u"_"_s, u"."_s, u" "_s, u"\u2011"_s, u"--"_s};
    QString odd;
    for (const auto c : name) {
        if (!c.isLetterOrNumber())
            odd += anyOf(separators, chance);
        else
            odd += chance.bounded(2) == 0 ? c.toUpper() : c.toLower();
    }
    return odd;
}

QString randomText(QRandomGenerator &chance, const QStringList &names)
{
    static const QStringList words{u"egypt"_s, u"server"_s, u" "_s, u"\n"_s, u"\\n"_s, u"\\"_s, u"\""_s, u"/"_s, u"{"_s,
        u"}"_s, u"é"_s, u"日本"_s, u"\U0001F600"_s, u"7"_s, u"_"_s, u"-"_s, u"'"_s, u"\t"_s, u"ng"_s, u"=>"_s, u"."_s,
        u"MASKED"_s, u"\\u0067pt"_s, QString(QChar(0xD800)), u"a"_s, u"X"_s};
    QString text;
    for (int i = chance.bounded(30); i > 0; --i) {
        text += anyOf(words, chance);
        if (!names.isEmpty() && chance.bounded(3) == 0)
            text += u" "_s + spelt(anyOf(names, chance), chance) + (chance.bounded(2) == 0 ? u" "_s : u"/"_s);
    }
    return text;
}

} // namespace

class TestIdentityMask : public QObject
{
    Q_OBJECT

private slots:
    void namesGo_data();
    void namesGo();
    void whatIsNoNameStays_data();
    void whatIsNoNameStays();
    void randomTexts();
    void randomBytes();
    void jsonStaysJson();
    void bytesThatAreNoTextStay();
    void rulesAreTold();
    void longTextsAreNoTrouble();
};

void TestIdentityMask::namesGo_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("masked");
    const auto row = [](const char *text, const char *masked) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(masked);
    };
    row("gpt-5.4", "MASKED");
    row("GPT 5.4 said", "MASKED said");
    row("gpt5.4", "MASKED");
    row("Gpt_5_4!", "MASKED!");
    row("gpt-4o-mini-2024-07-18.json", "MASKED.json");
    row("a gpt, two GPTs", "a MASKED, two MASKED");
    row("ChatGPT GPTClient useClaude", "MASKED MASKEDClient useMASKED");
    row("openai/gpt-5.4", "MASKED/MASKED");
    row("OPENAI_API_KEY", "MASKED_API_KEY");
    row("claude-3-5-sonnet@20240620", "MASKED@20240620");
    row("anthropic.claude-opus-4.1", "MASKED.MASKED");
    row("I am Qwen3-Coder-Next.", "I am MASKED.");
    row("qwen 3 coder next", "MASKED");
    row("acme", "MASKED");
    row("Rocket-7B:free", "MASKED:free");
    row("lab-nine and LabNine and ÉLAN", "MASKED and MASKED and MASKED");
    row("echo COMPLETE_TASK_AND_SUBMIT_FINAL_OUTPUT", "echo MASKED");
    row("/opt/openhands_sdk/x.py", "/opt/MASKED/x.py");
    row("mini-swe-agent", "MASKED");
    row("\\nGPT-5.4\\n", "\\nMASKED\\n");
    row("C:\\nvidia", "C:\\nMASKED");
    row("\\\\nvidia", "\\\\nMASKED");
    row("{\"a\":\"\\\\ngpt-5.4\\\\n\"}", "{\"a\":\"\\\\nMASKED\\\\n\"}");
    row("\\\\\\u0067pt", "MASKED");
    row("\\u0067pt", "MASKED");
    row("v2gpt", "v2MASKED");
}

void TestIdentityMask::namesGo()
{
    QFETCH(QString, text);
    QTEST(aMask().masked(text), "masked");
    QTEST(QString::fromUtf8(aMask().masked(text.toUtf8())), "masked");
    QVERIFY(aMask().hasIdentity(text));
}

void TestIdentityMask::whatIsNoNameStays_data()
{
    QTest::addColumn<QString>("text");
    for (const auto *text : {"egypt", "Egyptian", "acmeology", "opuscule", "a cursor", "maximal", "minimum",
             "mini trajectory", "the next coder", "5.4", "rocketry", "MASKED", "unopenable", "metadata", "agent", ""})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestIdentityMask::whatIsNoNameStays()
{
    QFETCH(QString, text);
    QCOMPARE(aMask().masked(text), text);
    QVERIFY(!aMask().hasIdentity(text));
}

void TestIdentityMask::randomTexts()
{
    const auto mask = aMask();
    const QStringList names{u"gpt-5.4"_s, u"qwen3-coder-next"_s, u"openhands_sdk"_s, u"mini_swe_sdk"_s, u"claude"_s,
        u"open-ai"_s, u"lab nine"_s, u"rocket-7b"_s, u"deepseek"_s, u"meta-llama"_s};
    QRandomGenerator chance(11);
    for (int round = 0; round < 4000; ++round) {
        const auto text = randomText(chance, names);
        const auto once = mask.masked(text);
        QVERIFY2(!mask.hasIdentity(once), qPrintable(text + u" => "_s + once));
        QCOMPARE(mask.masked(once), once);
        if (!mask.hasIdentity(text))
            QCOMPARE(once, text);
    }
}

void TestIdentityMask::randomBytes()
{
    const auto mask = aMask();
    QRandomGenerator chance(12);
    for (int round = 0; round < 2000; ++round) {
        auto bytes = randomText(chance, {u"gpt-5.4"_s, u"Claude"_s}).toUtf8();
        for (int i = chance.bounded(4); i > 0 && !bytes.isEmpty(); --i)
            bytes[chance.bounded(bytes.size())] = static_cast<char>(chance.bounded(256));
        const auto once = mask.masked(bytes);
        QVERIFY(!mask.hasIdentity(QByteArrayView(once)));
        QCOMPARE(mask.masked(once), once);
        if (!mask.hasIdentity(QByteArrayView(bytes)))
            QCOMPARE(once, bytes);
    }
}

void TestIdentityMask::jsonStaysJson()
{
    const auto mask = aMask();
    const QStringList names{
        u"nvidia"_s, u"nemotron"_s, u"together-ai"_s, u"gpt-5.4"_s, u"bedrock"_s, u"fireworks-ai"_s};
    QRandomGenerator chance(13);
    for (int round = 0; round < 3000; ++round) {
        auto text = randomText(chance, names);
        text.remove(QChar(0xD800));
        const QJsonObject object{{u"key "_s + text, text}, {u"n"_s, round}};
        const auto json = QJsonDocument(object).toJson(QJsonDocument::Compact);
        const auto masked = mask.masked(json);
        QJsonParseError error;
        const auto read = QJsonDocument::fromJson(masked, &error).object();
        QVERIFY2(error.error == QJsonParseError::NoError, masked.constData());
        for (const auto &value : read)
            QVERIFY2(!mask.hasIdentity(value.toString()), masked.constData());
    }
}

void TestIdentityMask::bytesThatAreNoTextStay()
{
    QCOMPARE(aMask().masked(QByteArray("\xFF\xFE gpt \xC3(\x00z", 11)), QByteArray("\xFF\xFE MASKED \xC3(\x00z", 14));
}

void TestIdentityMask::rulesAreTold()
{
    const auto rules = aMask().rules();
    for (const auto &rule : {u"gpt-5.4"_s, u"acme"_s, u"Lab Nine"_s, u"rocket-7b"_s, u"mini_swe_sdk"_s, u"claude"_s})
        QVERIFY2(rules.contains(rule), qPrintable(rule));
    QVERIFY(!IdentityMask({}, {u"masked"_s, u"  "_s, u"x MASKED y"_s}).hasIdentity(u"masked x masked y MASKED"_s));
}

void TestIdentityMask::longTextsAreNoTrouble()
{
    const auto mask = aMask();
    for (const auto &text : {u"gpt"_s.repeated(300'000), u"GptGpt"_s.repeated(200'000),
             u"gpt-5.4-mini-"_s.repeated(90'000), u"-"_s.repeated(1'000'000), u"\\"_s.repeated(1'000'001),
             u"x-"_s.repeated(500'000), u"gpt - "_s.repeated(200'000)})
        QVERIFY(!mask.hasIdentity(mask.masked(text)));
}

QTEST_GUILESS_MAIN(TestIdentityMask)
#include "tst_identitymask.moc"
