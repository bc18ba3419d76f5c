// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "suitereports.h"

#include <QXmlStreamWriter>

#include <algorithm>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

/// Text without what XML cannot hold: control characters and unpaired surrogates become replacement characters.
QString xmlText(const QString &text)
{
    auto clean = text;
    for (qsizetype at = 0; at < clean.size(); ++at) {
        const auto sign = clean[at];
        if (sign.isHighSurrogate() && at + 1 < clean.size() && clean[at + 1].isLowSurrogate()) {
            ++at;
            continue;
        }
        const auto isControl = sign < u' ' && sign != u'\n' && sign != u'\t' && sign != u'\r';
        if (isControl || sign.isSurrogate() || sign >= QChar(u'\xfffe'))
            clean[at] = QChar::ReplacementCharacter;
    }
    return clean;
}

QString seconds(qint64 milliseconds)
{
    return QString::number(static_cast<double>(milliseconds) / 1000, 'f', 3);
}

QString failures(const HttpExchange &exchange)
{
    return QString::number(
        std::ranges::count_if(exchange.checks, [](const CheckResult &check) { return !check.passed; }));
}

void writeCase(QXmlStreamWriter &xml, const CheckResult &check, const HttpExchange &exchange)
{
    xml.writeStartElement(u"testcase"_s);
    xml.writeAttribute(u"name"_s, xmlText(check.name));
    xml.writeAttribute(u"classname"_s, xmlText(exchange.name));
    xml.writeAttribute(u"time"_s, seconds(exchange.milliseconds));
    if (!check.passed) {
        xml.writeStartElement(u"failure"_s);
        xml.writeAttribute(u"type"_s, u"AssertionFailure"_s);
        xml.writeAttribute(u"message"_s, xmlText(failureMessage(check, exchange)));
        xml.writeEndElement();
    }
    xml.writeEndElement();
}

void writeRequest(QXmlStreamWriter &xml, const HttpExchange &exchange)
{
    const auto name = exchange.group.isEmpty() ? exchange.name : QString(exchange.group % u" / " % exchange.name);
    xml.writeStartElement(u"testsuite"_s);
    xml.writeAttribute(u"name"_s, xmlText(name));
    xml.writeAttribute(u"tests"_s, QString::number(exchange.checks.size()));
    xml.writeAttribute(u"failures"_s, failures(exchange));
    xml.writeAttribute(u"errors"_s, exchange.status ? u"0"_s : u"1"_s);
    xml.writeAttribute(u"time"_s, seconds(exchange.milliseconds));
    for (const auto &check : exchange.checks)
        writeCase(xml, check, exchange);
    if (!exchange.error.isEmpty())
        xml.writeTextElement(u"system-err"_s, xmlText(exchange.error));
    xml.writeEndElement();
}

} // namespace

QByteArray junitReport(const SuiteResult &result, const QString &collection)
{
    QByteArray report;
    QXmlStreamWriter xml(&report);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(2);
    xml.writeStartDocument();
    xml.writeStartElement(u"testsuites"_s);
    xml.writeAttribute(u"name"_s, xmlText(collection));
    xml.writeAttribute(u"tests"_s, QString::number(result.total()));
    xml.writeAttribute(u"failures"_s, QString::number(result.total() - result.passed()));
    xml.writeAttribute(u"time"_s, seconds(result.milliseconds));
    for (const auto &exchange : result.exchanges)
        writeRequest(xml, exchange);
    xml.writeEndElement();
    xml.writeEndDocument();
    return report;
}

} // namespace Decayscope
