// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "htmlreport.h"

#include "htmltables.h"
#include "inlinesvg.h"
#include "reportstyle.h"
#include "reportwords.h"

#include <figures/figuretable.h>
#include <printing/figureprinter.h>
#include <report/htmltext.h>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

QString element(QStringView tag, const QString &content, QStringView kind = {})
{
    const QString attribute = kind.isEmpty() ? QString() : QString(u" class=\"" % kind % u'"');
    return u'<' % tag % attribute % u'>' % content % u"</" % tag % u">\n";
}

QString proseHtml(const QString &text)
{
    return htmlText(printedSentence(text));
}

QString factsHtml(const std::vector<ReportFact> &facts)
{
    QString html;
    for (const auto &fact : facts)
        html += element(u"dt", proseHtml(fact.name)) % element(u"dd", proseHtml(fact.value));
    return element(u"dl", html, u"facts");
}

QString listHtml(const QStringList &items)
{
    QString html;
    for (const auto &item : items)
        html += element(u"li", proseHtml(item));
    return element(u"ul", html);
}

QStringView classOf(ReportTone tone)
{
    switch (tone) {
    case ReportTone::Lead:
        return u"lead";
    case ReportTone::Warning:
        return u"warning";
    case ReportTone::Plain:
        break;
    }
    return {};
}

QString numbersHtml(const ReportNumbers &numbers)
{
    QString html;
    for (const auto &number : numbers.numbers) {
        const auto detail = number.detail.isEmpty() ? QString() : element(u"dd", htmlText(number.detail), u"detail");
        html += element(
            u"div", element(u"dt", htmlText(number.name)) % element(u"dd", htmlText(number.value), u"value") % detail);
    }
    return element(u"dl", html, u"numbers");
}

QString assumptionsHtml(const QStringList &assumptions)
{
    return assumptions.isEmpty() ? QString() : listHtml(assumptions);
}

QString methodHtml(const MethodCard &card)
{
    struct Row
    {
        QStringView name;
        QString content;
        QStringView kind;
    };
    const Row rows[]{{u"It answers", proseHtml(card.question), {}}, {u"Formula", htmlText(card.formula), u"formula"},
        {u"It assumes", assumptionsHtml(card.assumptions), {}}, {u"How to read it", proseHtml(card.reading), {}},
        {u"Source", htmlText(card.source), {}}, {u"Checked against", htmlText(card.check), {}}};
    QString html;
    for (const auto &row : rows) {
        if (!row.content.isEmpty())
            html += element(u"dt", row.name.toString()) % element(u"dd", row.content, row.kind);
    }
    return html.isEmpty() ? QString() : element(u"div", element(u"dl", html), u"method");
}

QString linkHtml(const QString &id, const QString &title)
{
    return u"<a href=\"#%1\">%2</a>"_s.arg(id, htmlText(title));
}

/// To the headings within a section.
QString linksHtml(const ReportSection &section)
{
    QString html;
    const auto headings = headingsOf(section);
    for (qsizetype i = 0; i < headings.size(); ++i)
        html += u"<li>" % linkHtml(headingId(section, i), headings[i]) % u"</li>";
    return html.isEmpty() ? html : element(u"ul", html);
}

class HtmlReportWriter
{
public:
    explicit HtmlReportWriter(const Progress &progress)
        : m_progress(progress)
    { }

    Result<QByteArray> document(const ReportDocument &report);

    // A block each; what went wrong is kept.
    void operator()(const ReportParagraph &block) { write(element(u"p", proseHtml(block.text), classOf(block.tone))); }
    void operator()(const ReportHeading &block);
    void operator()(const ReportList &block) { write(listHtml(block.items)); }
    void operator()(const ReportFacts &block) { write(factsHtml(block.facts)); }
    void operator()(const ReportNumbers &block) { write(numbersHtml(block)); }
    void operator()(const ReportMethod &block) { write(methodHtml(block.card)); }
    void operator()(const ReportFigure &block);
    void operator()(const ReportTable &block);

private:
    void write(const QString &html) { m_html += html.toUtf8(); }
    void writeHead(const ReportDocument &report);
    void writeContents(const ReportDocument &report);
    void writeSection(const ReportSection &section);

    const Progress &m_progress;
    QByteArray m_html;
    const ReportSection *m_section = nullptr; ///< Being written.
    qsizetype m_headings = 0; ///< Of it, so far.
    std::optional<Error> m_error;
};

void HtmlReportWriter::operator()(const ReportHeading &block)
{
    write(u"<h3 id=\"%1\">%2</h3>\n"_s.arg(headingId(*m_section, m_headings++), htmlText(block.text)));
}

void HtmlReportWriter::operator()(const ReportFigure &block)
{
    const auto svg = printedFigure(block.figure, block.look, FigureFormat::Svg);
    if (!svg) {
        m_error = svg.error();
        return;
    }
    const auto id = u"figure-%1"_s.arg(block.number);
    write(u"<figure id=\"%1\">\n<div class=\"sheet\">"_s.arg(id));
    m_html += inlineSvg(*svg, id.toLatin1(), block.figure.summary.isEmpty() ? block.caption : block.figure.summary);
    write(u"</div>\n<figcaption><b>" % figureLabel(block) % u".</b> " % proseHtml(block.caption) % u"</figcaption>\n");
    write(u"<details><summary>The values of figure %1</summary>\n"_s.arg(block.number)
        % htmlTableBox(tableOfFigure(block.figure), u"Values of figure %1"_s.arg(block.number))
        % u"</details>\n</figure>\n");
}

void HtmlReportWriter::operator()(const ReportTable &block)
{
    write(u"<figure class=\"table\" id=\"table-%1\">\n<figcaption><b>"_s.arg(block.number) % tableLabel(block)
        % u".</b> " % htmlText(block.table.title) % u"</figcaption>\n" % htmlTableBox(block.table, tableLabel(block))
        % htmlTableNotes(block.table) % u"</figure>\n");
}

void HtmlReportWriter::writeHead(const ReportDocument &report)
{
    m_html += "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/>\n"
              "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
              "img-src data:\"/>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
              "<meta name=\"referrer\" content=\"no-referrer\"/>\n";
    write(u"<meta name=\"generator\" content=\"" % htmlText(report.program) % u"\"/>\n"
        % element(u"title", htmlText(report.title)));
    m_html += QByteArrayView("<style>") + reportStyle + "</style></head>\n<body><div class=\"page\">\n";
    write(u"<header>\n" % element(u"p", u"Study report"_s, u"kicker") % element(u"h1", htmlText(report.title))
        % element(u"p", htmlText(report.subtitle), u"subtitle"));
    if (!report.caveat.isEmpty())
        write(element(u"p", htmlText(report.caveat), u"warning"));
    write(factsHtml(report.facts) % u"</header>\n");
}

void HtmlReportWriter::writeContents(const ReportDocument &report)
{
    write(u"<nav aria-label=\"Contents\"><h2>Contents</h2><ol>\n"_s);
    for (const auto &section : report.sections)
        write(u"<li>" % linkHtml(section.id, section.title) % linksHtml(section) % u"</li>\n");
    write(u"</ol></nav>\n"_s);
}

void HtmlReportWriter::writeSection(const ReportSection &section)
{
    m_section = &section;
    m_headings = 0;
    write(u"<section id=\"%1\"><h2>%2</h2>\n"_s.arg(section.id, htmlText(section.title)));
    for (const auto &block : section.blocks) {
        if (!m_error)
            std::visit(*this, block);
    }
    write(u"</section>\n"_s);
}

Result<QByteArray> HtmlReportWriter::document(const ReportDocument &report)
{
    writeHead(report);
    writeContents(report);
    write(u"<main>\n"_s);
    const auto count = static_cast<qint64>(report.sections.size());
    for (qint64 done = 0; const auto &section : report.sections) {
        if (m_progress.isCancelled())
            return cancelled();
        writeSection(section);
        if (m_error)
            return std::unexpected(std::move(*m_error));
        m_progress.report({.done = count + ++done, .total = 2 * count, .what = section.title});
    }
    write(u"</main>\n"
        % element(u"footer",
            htmlText(QString(u"Made with " % report.program % u" on " % report.made.toString(u"yyyy-MM-dd") % u'.')))
        % u"</div></body></html>\n");
    return std::move(m_html);
}

} // namespace

Result<QByteArray> htmlReport(const ReportDocument &report, const Progress &progress)
{
    return HtmlReportWriter(progress).document(report);
}

} // namespace Decayscope
