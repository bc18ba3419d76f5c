// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "codebookmarkdown.h"

#include <base/terminaltext.h>

#include <QSet>

#include <array>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array changeNames{
    u"made", u"edited", u"added", u"renamed", u"merged", u"split", u"deprecated", u"moved"};

void addList(QStringList &lines, const QString &title, const QStringList &entries)
{
    if (entries.isEmpty())
        return;
    lines << title << QString();
    for (const auto &entry : entries)
        lines << QString(u"- " % plainMarkdown(entry));
    lines << QString();
}

void addParagraph(QStringList &lines, const QString &text)
{
    if (!text.trimmed().isEmpty())
        lines << plainMarkdown(text) << QString();
}

QString demandsOf(const Code &code)
{
    QStringList demands;
    if (code.requiredEvidence > 0)
        demands << u"needs evidence: %1"_s.arg(code.requiredEvidence);
    if (code.requiresMemo)
        demands << u"needs a memo"_s;
    if (code.deprecated)
        demands << u"deprecated"_s;
    if (!code.successors.isEmpty())
        demands << QString(u"became " % code.successors.join(u", "));
    return demands.join(u"; ");
}

void addCode(QStringList &lines, const Code &code, QStringView heading)
{
    const auto &title = code.title.isEmpty() ? code.name : code.title;
    lines << QString(heading % u' ' % plainMarkdown(title) % u" (`" % QString(code.name).remove(u'`') % u"`)")
          << QString();
    addParagraph(lines, code.definition);
    addParagraph(lines, code.hint);
    addList(lines, u"Choose it:"_s, code.examples);
    addList(lines, u"Do not choose it:"_s, code.counterExamples);
    addParagraph(lines, demandsOf(code));
}

void addChanges(QStringList &lines, const Codebook &book)
{
    if (book.changes.empty())
        return;
    lines << u"## Changes"_s << QString();
    for (const auto &change : book.changes) {
        const auto kind = QString::fromUtf16(changeNames.at(static_cast<std::size_t>(change.kind)));
        const auto said = QStringList{change.codes.join(u", "), change.time, change.author, change.reason};
        QStringList parts{u"version %1, %2"_s.arg(change.version).arg(kind)};
        for (const auto &text : said) {
            if (!text.isEmpty())
                parts << plainMarkdown(text);
        }
        lines << QString(u"- " % parts.join(u"; "));
    }
    lines << QString();
}

} // namespace

QString plainMarkdown(const QString &text)
{
    static const QString special = u"\\`*_[]<>#|~"_s;
    QString escaped;
    for (const auto c : terminalText(text).simplified()) {
        if (special.contains(c))
            escaped += u'\\';
        escaped += c;
    }
    return escaped;
}

QString codebookMarkdown(const Codebook &book)
{
    QStringList lines{QString(u"# " % plainMarkdown(book.title)), QString(),
        u"Codebook `%1`, version %2."_s.arg(QString(book.id).remove(u'`')).arg(book.version), QString()};
    QSet<QString> written;
    const auto add = [&](const Code &code, QStringView heading) {
        if (!written.contains(code.id))
            addCode(lines, code, heading);
        written.insert(code.id);
    };
    for (const auto &code : book.codes) {
        if (!code.parent.isEmpty())
            continue;
        add(code, u"##");
        for (const auto &child : book.codes) {
            if (child.parent == code.id)
                add(child, u"###");
        }
    }
    for (const auto &code : book.codes)
        add(code, u"##"); // Under a parent that is not there.
    addChanges(lines, book);
    return lines.join(u'\n');
}

} // namespace Decayscope
