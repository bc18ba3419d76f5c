// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Reports of made-up studies: what they say, and that the pages hold nothing they should not.

#include "reportstudies.h"

#include <reporting/reportbuilder.h>
#include <reporting/reportwriting.h>
#include <support/arun.h>

#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

#include <figurestudies.h>

#include <algorithm>
#include <set>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

namespace {

ReportDocument documentOf(
    const StudySnapshot &study, const StudyReportRequest &request, const std::shared_ptr<const LabelBook> &labels = {})
{
    auto report = reportDocument(study, labels, request, {});
    return report ? std::move(*report) : ReportDocument{};
}

QByteArray pageOf(const StudySnapshot &study, const StudyReportRequest &request, StudyReportFormat format,
    const std::shared_ptr<const LabelBook> &labels = {})
{
    const auto page = studyReport(study, labels, request, format, {});
    if (!page)
        qWarning("%s", qPrintable(page.error().message));
    return page.value_or(QByteArray());
}

/// What a reader of HTML finds in a page.
struct ReadPage
{
    QStringList problems; ///< Whatever must not be there.
    std::map<QString, int> elements;
    std::set<QString> ids;
    QString text;
};

class PageReader
{
public:
    ReadPage read(const QByteArray &html)
    {
        // XML knows neither HTML's document type nor its name spaces.
        QXmlStreamReader reader(html.sliced(html.indexOf('\n') + 1));
        reader.setNamespaceProcessing(false);
        while (!reader.atEnd()) {
            reader.readNext();
            if (reader.isStartElement())
                start(reader.qualifiedName().toString(), reader.attributes());
            else if (reader.isCharacters())
                m_page.text += reader.text();
        }
        if (reader.hasError())
            m_page.problems << u"line %1: %2"_s.arg(reader.lineNumber()).arg(reader.errorString());
        for (const auto &target : m_targets) {
            if (!m_page.ids.contains(target))
                m_page.problems << u"nothing is called "_s + target;
        }
        return std::move(m_page);
    }

private:
    void start(const QString &name, const QXmlStreamAttributes &attributes)
    {
        ++m_page.elements[name];
        static const QStringList forbidden{
            u"script"_s, u"iframe"_s, u"object"_s, u"embed"_s, u"link"_s, u"base"_s, u"form"_s, u"img"_s};
        if (forbidden.contains(name))
            m_page.problems << u"element "_s + name;
        for (const auto &attribute : attributes)
            take(name, attribute.qualifiedName().toString(), attribute.value().toString());
        if (name == u"th" && !attributes.hasAttribute(u"scope"_s))
            m_page.problems << u"a head without scope"_s;
        if (name == u"svg" && attributes.value(u"aria-label"_s).isEmpty())
            m_page.problems << u"a picture without words"_s;
        takeHeading(name);
    }

    void take(const QString &element, const QString &name, const QString &value)
    {
        static const QRegularExpression local(u"url\\(#([^)]+)\\)"_s);
        if (name == u"id" && !m_page.ids.insert(value).second)
            m_page.problems << u"two are called "_s + value;
        if (name.startsWith(u"on"))
            m_page.problems << u"attribute "_s + name;
        const bool isReference = name == u"href" || name == u"src" || name == u"srcset" || name == u"action";
        if (isReference && value.startsWith(u'#'))
            m_targets.insert(value.sliced(1));
        else if (isReference && !value.startsWith(u"data:image/png;base64,"))
            m_page.problems << element + u" refers to "_s + value;
        for (auto hits = local.globalMatch(value); hits.hasNext();)
            m_targets.insert(hits.next().captured(1));
        if (value.contains(u"url(") && !local.match(value).hasMatch() && name == u"style")
            m_page.problems << u"a style refers to "_s + value;
    }

    /// A heading is at most one level below the one before.
    void takeHeading(const QString &name)
    {
        static const QStringList headings{u"h1"_s, u"h2"_s, u"h3"_s, u"h4"_s};
        const auto level = headings.indexOf(name);
        if (level < 0)
            return;
        if (level > m_level + 1)
            m_page.problems << u"%1 after h%2"_s.arg(name).arg(m_level + 1);
        m_level = level;
    }

    ReadPage m_page;
    std::set<QString> m_targets;
    qsizetype m_level = -1;
};

ReadPage readPage(const QByteArray &html)
{
    return PageReader().read(html);
}

qsizetype countIn(const QByteArray &bytes, const char *words)
{
    return bytes.count(words);
}

} // namespace

class TestStudyReport : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatCameOut();
    void saysWhatPeopleSaid();
    void emptyStudiesSaySo();
    void analysesCarryTheirMethod();
    void pagesStandAlone();
    void hostileNamesStayText();
    void samplesAreMarked();
    void anonymousReportsNameNobody_data();
    void anonymousReportsNameNobody();
    void freeTextsNameNobody();
    void fingerprintsOfAnonymousReportsNameNobody();
    void whatIsLeftOfAnIdentityIsAnError();
    void theSameInputGivesTheSameBytes_data();
    void theSameInputGivesTheSameBytes();
    void papersHaveTheirFontsInside();
    void endsWhenItIsCancelled_data();
    void endsWhenItIsCancelled();
};

void TestStudyReport::saysWhatCameOut()
{
    auto study = aStudy(aSweep("gpt-x", "mini_swe_sdk", 90, 20));
    study.name = u"Two frameworks"_s;
    const auto report = documentOf(study, aReportRequest());
    QCOMPARE(report.title, u"Two frameworks"_s);
    QCOMPARE(report.caveat, QString());
    QStringList titles;
    for (const auto &section : report.sections)
        titles << section.id;
    QCOMPARE(titles,
        (QStringList{u"summary"_s, u"decay"_s, u"constraints"_s, u"frameworks"_s, u"verifiers"_s, u"termination"_s,
            u"coverage"_s, u"method"_s, u"provenance"_s}));
    const auto lines = printedReport(report);
    qInfo().noquote() << lines.join(u'\n');
    QCOMPARE(lines.first(2),
        (QStringList{u"summary: At a glance"_s,
            u"  > From L0, with no constraint but the framework, to L3, with an architecture, a database and an ORM, A% changes by −60.0 points on average. This is the mean over 1 configuration with more than half of the assertions passed at L0, and a loss of 66.7 % of what was reached there."_s}));
}

void TestStudyReport::saysWhatPeopleSaid()
{
    const auto study = anUnevenStudy();
    const auto report = documentOf(study, aReportRequest(), someLabels(study));
    QStringList lines;
    for (const auto &line : printedReport(report)) {
        if (line.contains(u"taxonomy") || line.contains(u"agree") || line.contains(u"labelled"))
            lines << line;
    }
    qInfo().noquote() << lines.join(u'\n');
    QVERIFY(!lines.filter(u" taxonomy"_s).isEmpty());
    QVERIFY(!lines.filter(u" agreement"_s).isEmpty());
}

void TestStudyReport::emptyStudiesSaySo()
{
    const StudySnapshot study;
    const auto lines = printedReport(documentOf(study, aReportRequest()));
    QCOMPARE(lines.value(1), u"  ! There are no runs to report: the study is empty, or the filter lets none in."_s);
    for (const auto format : {StudyReportFormat::Html, StudyReportFormat::Pdf})
        QVERIFY(pageOf(study, aReportRequest(), format).size() > 1000);
}

void TestStudyReport::analysesCarryTheirMethod()
{
    auto request = aReportRequest();
    request.analyses = true;
    const auto study = aStudy(aSweep("gpt-x", "mini_swe_sdk", 90, 20));
    const auto report = documentOf(study, request);
    const auto section = std::ranges::find(report.sections, u"analyses"_s, &ReportSection::id);
    if (section == report.sections.end())
        QSKIP("There are no analyses.");
    qsizetype headings = 0;
    qsizetype methods = 0;
    for (const auto &block : section->blocks) {
        headings += std::holds_alternative<ReportHeading>(block) ? 1 : 0;
        methods += std::holds_alternative<ReportMethod>(block) ? 1 : 0;
    }
    QVERIFY(headings > 0);
    QCOMPARE(methods, headings);
    for (const auto format : {StudyReportFormat::Html, StudyReportFormat::Pdf})
        QVERIFY(pageOf(study, request, format).size() > pageOf(study, aReportRequest(), format).size());
}

void TestStudyReport::pagesStandAlone()
{
    const auto study = anUnevenStudy();
    const auto html = pageOf(study, aReportRequest(), StudyReportFormat::Html, someLabels(study));
    auto page = readPage(html);
    QCOMPARE(page.problems, QStringList());
    QCOMPARE(page.elements[u"h1"_s], 1);
    QVERIFY(page.elements[u"svg"_s] >= 6);
    QCOMPARE(page.elements[u"figcaption"_s], page.elements[u"figure"_s]);
    QVERIFY(html.contains("<html lang=\"en\">"));
    QVERIFY(html.contains("default-src 'none'"));
    for (const auto *word : {"http://", "https://", "javascript:", "@import"})
        QVERIFY2(!html.contains(word), word);
}

void TestStudyReport::hostileNamesStayText()
{
    const auto study = aHostileStudy();
    const auto html = pageOf(study, aReportRequest(), StudyReportFormat::Html);
    const auto page = readPage(html);
    QCOMPARE(page.problems, QStringList());
    QVERIFY(page.text.contains(u"<script>alert(1)</script>"));
    QVERIFY(!html.contains('\x1b'));
    QVERIFY(pageOf(study, aReportRequest(), StudyReportFormat::Pdf).startsWith("%PDF-1.6"));
}

void TestStudyReport::samplesAreMarked()
{
    auto study = aStudy(aSweep("gpt-x", "mini_swe_sdk", 90, 20));
    study.isSample = true;
    QCOMPARE(
        documentOf(study, aReportRequest()).caveat, u"These numbers are a sample, made up: no agent produced them."_s);
    const auto html = pageOf(study, aReportRequest(), StudyReportFormat::Html);
    QVERIFY(html.contains("<p class=\"warning\">These numbers are a sample"));
}

void TestStudyReport::anonymousReportsNameNobody_data()
{
    QTest::addColumn<bool>("isAnonymous");
    QTest::newRow("anonymous") << true;
    QTest::newRow("by name") << false;
}

void TestStudyReport::anonymousReportsNameNobody()
{
    QFETCH(const bool, isAnonymous);
    auto study = anUnevenStudy();
    study.name = u"Study of Prof. Noether"_s;
    study.path = u"/home/noether/study.decayscope"_s;
    study.storeId = u"0123-4567"_s;
    auto request = aReportRequest();
    request.anonymous = isAnonymous;
    const auto html = pageOf(study, request, StudyReportFormat::Html, someLabels(study));
    for (const auto *name : {"Ada", "Grace", "Lovelace", "Hopper", "Noether", "0123-4567"})
        QVERIFY2(html.contains(name) != isAnonymous, name);
    QCOMPARE(html.contains("annotator 1"), isAnonymous);
    QVERIFY(!html.contains("/home/"));
    const auto pdf = pageOf(study, request, StudyReportFormat::Pdf, someLabels(study));
    QVERIFY(!isAnonymous || !pdf.contains("Noether"));
}

/// A reason to leave runs out and the name of a configuration as people write them.
void TestStudyReport::freeTextsNameNobody()
{
    auto study = anUnevenStudy();
    study.runs.front().exclusion = u"Grace Hopper broke the network"_s;
    study.runs.back().exclusion = u"as Emmy Noether asked"_s;
    study.styles = completedStyles({}, study.runs);
    for (auto &style : study.styles)
        style.displayName = u"Model of Grace Hopper "_s + style.configuration.model;
    auto request = aReportRequest();
    const auto labels = someLabels(study);
    const auto open = textsOf(documentOf(study, request, labels)).join(u'\n');
    QVERIFY(open.contains(u"Grace Hopper broke the network") && open.contains(u"Model of Grace Hopper"));
    request.anonymous = true;
    const auto report = documentOf(study, request, labels);
    const auto texts = textsOf(report).join(u'\n');
    for (const auto *name : {"Grace", "Hopper", "Emmy", "Noether"})
        QVERIFY2(!texts.contains(QLatin1StringView(name)), name);
    QVERIFY2(texts.contains(u"reason 1") && texts.contains(u"Model of [removed]"), qPrintable(texts));
}

/// Names with few possibilities could be guessed from a hash of them.
void TestStudyReport::fingerprintsOfAnonymousReportsNameNobody()
{
    auto study = anUnevenStudy();
    auto request = aReportRequest();
    const auto fingerprint = [&](const QString &person) {
        auto labels = std::make_shared<LabelBook>(*someLabels(study));
        for (auto &row : labels->rows) {
            if (row.annotator == u"Grace Hopper")
                row.annotator = person;
        }
        study.runs.front().exclusion = u"asked for by "_s + person;
        const auto lines = printedReport(documentOf(study, request, labels));
        return lines.filter(u"Fingerprint"_s).join(u'\n').section(u"Fingerprint"_s, 1);
    };
    QVERIFY(fingerprint(u"Grace Hopper"_s) != fingerprint(u"Hedy Lamarr"_s));
    request.anonymous = true;
    QCOMPARE(fingerprint(u"Grace Hopper"_s), fingerprint(u"Hedy Lamarr"_s));
    QVERIFY(!fingerprint(u"Grace Hopper"_s).isEmpty());
}

void TestStudyReport::whatIsLeftOfAnIdentityIsAnError()
{
    const auto study = aStudy(aSweep("hopper-gpt", "mini_swe_sdk", 90, 20));
    auto request = aReportRequest();
    request.identities = {u"hopper"_s};
    QVERIFY(reportDocument(study, {}, request, {}));
    request.anonymous = true;
    for (const auto format : {StudyReportFormat::Html, StudyReportFormat::Pdf}) {
        const auto page = studyReport(study, {}, request, format, {});
        QVERIFY(!page);
        QCOMPARE(page.error().kind, ErrorKind::Refused);
        QVERIFY2(page.error().message.contains(u"it holds \"hopper\""), qPrintable(page.error().message));
    }
}

void TestStudyReport::theSameInputGivesTheSameBytes_data()
{
    QTest::addColumn<StudyReportFormat>("format");
    QTest::newRow("html") << StudyReportFormat::Html;
    QTest::newRow("pdf") << StudyReportFormat::Pdf;
}

void TestStudyReport::theSameInputGivesTheSameBytes()
{
    QFETCH(const StudyReportFormat, format);
    const auto study = anUnevenStudy();
    const auto first = pageOf(study, aReportRequest(), format, someLabels(study));
    QVERIFY(first.size() > 10'000);
    QTest::qWait(1100); // The clock of PDF files counts seconds.
    QVERIFY(first == pageOf(study, aReportRequest(), format, someLabels(study)));
    auto later = aReportRequest();
    later.made = later.made.addDays(1);
    QVERIFY(first != pageOf(study, later, format, someLabels(study)));
}

void TestStudyReport::papersHaveTheirFontsInside()
{
    const auto study = anUnevenStudy();
    const auto pdf = pageOf(study, aReportRequest(), StudyReportFormat::Pdf, someLabels(study));
    QVERIFY(pdf.startsWith("%PDF-1.6"));
    QVERIFY(countIn(pdf, "/FontFile") > 0);
    QCOMPARE(countIn(pdf, "/Subtype /Type3"), 0);
    QCOMPARE(countIn(pdf, "/Subtype /Image"), 0);
    QVERIFY(countIn(pdf, "/Type /Page\n") > 5);
}

void TestStudyReport::endsWhenItIsCancelled_data()
{
    QTest::addColumn<int>("asked");
    QTest::newRow("at once") << 0;
    QTest::newRow("among sections") << 5;
    QTest::newRow("among pages") << 20;
}

void TestStudyReport::endsWhenItIsCancelled()
{
    QFETCH(const int, asked);
    const auto study = aStudy(aSweep("gpt-x", "mini_swe_sdk", 90, 20));
    for (const auto format : {StudyReportFormat::Html, StudyReportFormat::Pdf}) {
        int times = 0;
        const auto page = studyReport(study, {}, aReportRequest(), format, Progress([&] { return times++ >= asked; }));
        QVERIFY(!page);
        QCOMPARE(page.error().kind, ErrorKind::Cancelled);
    }
}

QTEST_MAIN(TestStudyReport)
#include "tst_studyreport.moc"
