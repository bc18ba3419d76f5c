// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelwords.h"

#include <domain/task.h>

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Decayscope::LabelWords", text);
}

constexpr qsizetype longestTitle = 120;

QString withBreaks(const QString &text)
{
    return text.toHtmlEscaped().replace(u'\n', u"<br>"_s);
}

/// Says each action; those that carry nothing of their own have one sentence.
class ActionWords
{
public:
    explicit ActionWords(const Codebook &book)
        : m_book(book)
    { }

    QString operator()(const Opened &) const { return say(QT_TRANSLATE_NOOP("Decayscope::LabelWords", "Opened")); }
    QString operator()(const Chosen &chosen) const
    {
        return say(QT_TRANSLATE_NOOP("Decayscope::LabelWords", "Chose %1")).arg(codeTitle(m_book, chosen.code));
    }
    QString operator()(const Cleared &) const
    {
        return say(QT_TRANSLATE_NOOP("Decayscope::LabelWords", "Took the choice back"));
    }
    QString operator()(const Rated &rated) const
    {
        const auto title = confidenceTitle(rated.confidence);
        return title.isEmpty() ? say(QT_TRANSLATE_NOOP("Decayscope::LabelWords", "Took the confidence back"))
                               : say(QT_TRANSLATE_NOOP("Decayscope::LabelWords", "Confidence: %1")).arg(title);
    }
    QString operator()(const Noted &noted) const
    {
        return noted.memo.isEmpty()
            ? say(QT_TRANSLATE_NOOP("Decayscope::LabelWords", "Emptied the memo"))
            : say(QT_TRANSLATE_NOOP("Decayscope::LabelWords", "Memo: %1")).arg(oneLine(noted.memo, longestTitle));
    }
    QString operator()(const EvidenceAdded &added) const
    {
        return say(QT_TRANSLATE_NOOP("Decayscope::LabelWords", "Attached %1"))
            .arg(oneLine(evidenceTitle(added.evidence), longestTitle));
    }
    QString operator()(const EvidenceRemoved &) const
    {
        return say(QT_TRANSLATE_NOOP("Decayscope::LabelWords", "Removed a piece of evidence"));
    }
    QString operator()(const Flagged &flagged) const
    {
        return flagged.on ? say(QT_TRANSLATE_NOOP("Decayscope::LabelWords", "Flagged for discussion"))
                          : say(QT_TRANSLATE_NOOP("Decayscope::LabelWords", "Took the flag away"));
    }
    QString operator()(const Skipped &skipped) const
    {
        return say(QT_TRANSLATE_NOOP("Decayscope::LabelWords", "Skipped: %1"))
            .arg(oneLine(skipped.reason, longestTitle));
    }
    QString operator()(const Committed &committed) const
    {
        return say(QT_TRANSLATE_NOOP("Decayscope::LabelWords", "Committed %1"))
            .arg(labelTitle(m_book, committed.label));
    }
    QString operator()(const Reverted &) const
    {
        return say(QT_TRANSLATE_NOOP("Decayscope::LabelWords", "Went back to an earlier label"));
    }
    QString operator()(const Undone &) const
    {
        return say(QT_TRANSLATE_NOOP("Decayscope::LabelWords", "Undid a step"));
    }
    QString operator()(const Redone &) const
    {
        return say(QT_TRANSLATE_NOOP("Decayscope::LabelWords", "Brought a step again"));
    }
    QString operator()(const Revealed &revealed) const
    {
        return say(QT_TRANSLATE_NOOP("Decayscope::LabelWords", "Revealed: %1"))
            .arg(oneLine(revealed.what, longestTitle));
    }
    QString operator()(const Spent &spent) const
    {
        return say(QT_TRANSLATE_NOOP("Decayscope::LabelWords", "Spent %1"))
            .arg(roughDuration(static_cast<double>(spent.milliseconds) / 1000.0));
    }
    QString operator()(const Adjudicated &adjudicated) const
    {
        return say(QT_TRANSLATE_NOOP("Decayscope::LabelWords", "Adjudicated %1"))
            .arg(labelTitle(m_book, adjudicated.label));
    }
    QString operator()(const Imported &imported) const
    {
        return say(QT_TRANSLATE_NOOP("Decayscope::LabelWords", "Imported %1 from %2"))
            .arg(labelTitle(m_book, imported.label), oneLine(imported.source, longestTitle));
    }

private:
    const Codebook &m_book;
};

} // namespace

QString clipped(const QString &text, qsizetype longest)
{
    if (text.size() <= longest)
        return text;
    const bool splitsPair = text[longest - 1].isHighSurrogate();
    return QString(QStringView(text).first(splitsPair ? longest - 1 : longest) % u'…');
}

QString oneLine(const QString &text, qsizetype longest)
{
    auto line = clipped(text, longest);
    for (auto &character : line) {
        if (character.isSpace() || character.category() == QChar::Other_Control)
            character = u' ';
    }
    return line.trimmed();
}

QString asHtml(const QString &text)
{
    return withBreaks(clipped(text, longestCard));
}

QString codeTitle(const Code &code)
{
    return oneLine(!code.title.isEmpty() ? code.title : !code.name.isEmpty() ? code.name : code.id, longestTitle);
}

QString codeTitle(const Codebook &book, const QString &id)
{
    const auto *code = book.find(id);
    return code ? codeTitle(*code) : oneLine(id, longestTitle);
}

QString labelTitle(const Codebook &book, const Label &label)
{
    if (label.code.isEmpty())
        return say(QT_TRANSLATE_NOOP("Decayscope::LabelWords", "No code yet"));
    const auto title = codeTitle(book, label.code);
    return label.subcode.isEmpty() ? title : QString(title % u" › " % codeTitle(book, label.subcode));
}

QString confidenceTitle(int confidence)
{
    switch (confidence) {
    case 1:
        return say(QT_TRANSLATE_NOOP("Decayscope::LabelWords", "Unsure"));
    case 2:
        return say(QT_TRANSLATE_NOOP("Decayscope::LabelWords", "Fairly sure"));
    case 3:
        return say(QT_TRANSLATE_NOOP("Decayscope::LabelWords", "Sure"));
    default:
        return {};
    }
}

QString targetTitle(const LabelTarget &target)
{
    const auto task = taskFromFolder(target.runtime, target.task);
    if (!task || task->kind != TaskKind::Generation)
        return oneLine(target.task, longestTitle);
    QStringList names;
    for (const auto constraint : task->constraints.toVector())
        names << constraintTitle(constraint);
    return names.isEmpty() ? QString(task->framework % u" · L0")
                           : QString(task->framework % u" · " % names.join(u", "_s));
}

QString clockText(const QString &isoTime)
{
    const auto time = QDateTime::fromString(isoTime, Qt::ISODateWithMs);
    return time.isValid() ? QLocale().toString(time.toLocalTime(), QLocale::ShortFormat) : oneLine(isoTime, 40);
}

QString roughDuration(double seconds)
{
    constexpr double most = 1e9;
    const auto whole = static_cast<qint64>(std::llround(std::clamp(seconds, 0.0, most)));
    if (whole < 60)
        return say(QT_TRANSLATE_NOOP("Decayscope::LabelWords", "%1 s")).arg(whole);
    if (whole < 3600)
        return whole < 600 && whole % 60 != 0
            ? say(QT_TRANSLATE_NOOP("Decayscope::LabelWords", "%1 min %2 s")).arg(whole / 60).arg(whole % 60)
            : say(QT_TRANSLATE_NOOP("Decayscope::LabelWords", "%1 min")).arg((whole + 30) / 60);
    return say(QT_TRANSLATE_NOOP("Decayscope::LabelWords", "%1 h %2 min")).arg(whole / 3600).arg(whole % 3600 / 60);
}

QString actionSentence(const LabelAction &action, const Codebook &book)
{
    return std::visit(ActionWords(book), action);
}

QString numberText(double value, int decimals)
{
    return QLocale().toString(value, 'f', decimals);
}

QString shareText(double share)
{
    return say(QT_TRANSLATE_NOOP("Decayscope::LabelWords", "%1 %")).arg(numberText(share * 100, 1));
}

QString coefficientText(const Coefficient &coefficient)
{
    if (!coefficient.value)
        return u"–"_s;
    const auto value = numberText(*coefficient.value, 3);
    if (!coefficient.low || !coefficient.high)
        return value;
    return QString(value % u" [" % numberText(*coefficient.low, 2) % u", " % numberText(*coefficient.high, 2) % u']');
}

} // namespace Decayscope
