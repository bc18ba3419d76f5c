// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "judgeprompt.h"

#include <QCryptographicHash>
#include <QFile>

/// A static library's resource is only there once it was asked for, outside of any namespace.
static void loadJudgeResource()
{
    Q_INIT_RESOURCE(decayscope_judge);
}

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

using Fillings = QList<std::pair<QString, QString>>;

struct JudgeTemplates
{
    QString coarse;
    QString fine;
    QString material;
};

QString templateText(const QString &name)
{
    QFile file(u":/decayscope/judge/" % name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The resource %s is not in this program.", qPrintable(file.fileName()));
    return QString::fromUtf8(file.readAll()).trimmed();
}

const JudgeTemplates &judgeTemplates()
{
    static const JudgeTemplates texts = [] {
        loadJudgeResource();
        return JudgeTemplates{
            templateText(u"coarse.txt"_s), templateText(u"fine.txt"_s), templateText(u"material.txt"_s)};
    }();
    return texts;
}

/// Puts values in the places of `{{names}}`, in one pass: a value that holds such a name stays as it is.
QString filled(const QString &form, const Fillings &values)
{
    QString text;
    qsizetype from = 0;
    while (from < form.size()) {
        const auto open = form.indexOf(u"{{"_s, from);
        const auto close = open < 0 ? -1 : form.indexOf(u"}}"_s, open);
        if (close < 0)
            break;
        text += QStringView(form).sliced(from, open - from);
        const auto name = QStringView(form).sliced(open + 2, close - open - 2);
        for (const auto &[key, value] : values) {
            if (key == name)
                text += value;
        }
        from = close + 2;
    }
    text += QStringView(form).sliced(from);
    return text;
}

QString listed(QStringView title, const QStringList &lines)
{
    QString text;
    for (const auto &line : lines)
        text += u"\n  - " % title % u": " % line;
    return text;
}

QString categoryText(const Code &code)
{
    const auto hint = code.hint.isEmpty() ? QString() : QString(u"\n  - The deciding question: " % code.hint);
    return u"- " % code.name % u" (" % code.title % u"): " % code.definition % listed(u"Such as", code.examples)
        % listed(u"But", code.counterExamples) % hint;
}

Fillings codebookFillings(const Codebook &book, QStringView parent)
{
    QStringList texts;
    QStringList names;
    for (const auto *code : book.offered(parent)) {
        texts.append(categoryText(*code));
        names.append(code->name);
    }
    return {{u"categories"_s, texts.join(u'\n')}, {u"names"_s, names.join(u", "_s)}};
}

/// Follows from everything between the marks: whoever writes into a run cannot know it beforehand.
QString markOf(const JudgeCase &of, const QString &more)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const auto *text : {&of.task, &of.turnsTitle, &of.turns, &of.requests, &of.verifiers, &of.log, &more}) {
        hash.addData(text->toUtf8());
        hash.addData(QByteArrayView("\0", 1));
    }
    return u"=====" % QString::fromLatin1(hash.result().first(6).toHex()) % u"=====";
}

QString materialText(const JudgeCase &of, const QString &mark)
{
    return filled(judgeTemplates().material,
        {{u"mark"_s, mark}, {u"task"_s, of.task}, {u"turnstitle"_s, of.turnsTitle}, {u"turns"_s, of.turns},
            {u"requests"_s, of.requests}, {u"verifiers"_s, of.verifiers}, {u"log"_s, of.log}});
}

} // namespace

QByteArray judgePromptHash(const Codebook &book)
{
    const auto &texts = judgeTemplates();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const auto *text : {&texts.coarse, &texts.fine, &texts.material})
        hash.addData(text->toUtf8());
    hash.addData(codebookJson(book));
    return hash.result();
}

JudgePrompt coarsePrompt(const Codebook &book, const JudgeCase &of)
{
    const auto mark = markOf(of, {});
    const auto values = codebookFillings(book, {}) + Fillings{{u"mark"_s, mark}};
    return {.system = filled(judgeTemplates().coarse, values), .user = materialText(of, mark)};
}

JudgePrompt finePrompt(const Codebook &book, const Code &parent, const JudgeCase &of, const QString &coarseReasoning)
{
    const auto mark = markOf(of, coarseReasoning);
    const auto values = codebookFillings(book, parent.id)
        + Fillings{{u"mark"_s, mark}, {u"parent"_s, parent.name}, {u"parentdefinition"_s, parent.definition}};
    const QString reasons = mark % u" reasons given for the first classification\n" % coarseReasoning % u'\n';
    return {.system = filled(judgeTemplates().fine, values), .user = reasons % materialText(of, mark)};
}

} // namespace Decayscope
