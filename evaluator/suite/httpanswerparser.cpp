// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpanswerparser.h"

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestHead = qsizetype{16} * 1024;
constexpr qsizetype longestChunkLine = qsizetype{16} * 1024;

constexpr std::array<QByteArrayView, 4> knownVersions{
    "HTTP/1.1 ", "HTTP/1.0 ", "HTTP/2.0 ", "HTTP/0.9 "}; // as Node's parser

bool isTokenSign(char sign)
{
    return (sign >= '0' && sign <= '9') || (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z')
        || QByteArrayView("!#$%&'*+-.^_`|~").contains(sign);
}

bool isDigitByte(char sign)
{
    return sign >= '0' && sign <= '9';
}

bool isForbiddenInValue(char sign)
{
    return (static_cast<unsigned char>(sign) < 0x20 && sign != '\t') || sign == 0x7f;
}

/// Whether what has come of a head may become one: it begins as it should, and no line ends in a bare line feed.
bool isHeadSoFar(QByteArrayView head)
{
    constexpr QByteArrayView beginning = "HTTP/";
    if (!head.startsWith(beginning.first(std::min(head.size(), beginning.size()))))
        return false;
    for (auto at = head.indexOf('\n'); at >= 0; at = head.indexOf('\n', at + 1)) {
        if (head[at - 1] != '\r')
            return false;
    }
    return true;
}

/// Whether a comma-separated list of words, such as Connection's, has one.
bool hasWord(QByteArrayView list, QByteArrayView word)
{
    for (const auto &entry : list.toByteArray().split(',')) {
        if (entry.trimmed().compare(word, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

} // namespace

HttpAnswerParser::HttpAnswerParser(bool isHead, qint64 longestBody)
    : m_isHead(isHead)
    , m_longestBody(longestBody)
{ }

HttpAnswerParser::State HttpAnswerParser::feed(QByteArrayView bytes)
{
    m_hasBegun = m_hasBegun || !bytes.isEmpty();
    m_pending.append(bytes);
    while (m_part != Part::Done && m_fault.isEmpty() && step()) { }
    if (!m_fault.isEmpty())
        return State::Broken;
    if (m_part != Part::Done)
        return State::Reading;
    m_answer.keepsConnection = m_answer.keepsConnection && m_pending.isEmpty();
    if (isHeadSoFar(m_pending))
        return State::Complete;
    m_fault = u"The server sent more than the answer it announced."_s;
    return State::Broken;
}

HttpAnswerParser::State HttpAnswerParser::finish()
{
    if (m_part == Part::UntilClose) {
        m_part = Part::Done;
        return State::Complete;
    }
    m_fault = m_hasBegun ? u"The server closed the connection in the middle of its answer."_s
                         : u"The server closed the connection without an answer."_s;
    return State::Broken;
}

bool HttpAnswerParser::step()
{
    switch (m_part) {
    case Part::Head:
        return readHead();
    case Part::Length:
        return readCounted(Part::Done);
    case Part::UntilClose:
        append(m_pending.size());
        break;
    case Part::ChunkSize:
        return readChunkSize();
    case Part::Chunk:
        return readCounted(Part::ChunkEnd);
    case Part::ChunkEnd:
        return readChunkEnd();
    case Part::Trailer:
        return readTrailer();
    case Part::Done:
        break;
    }
    return false;
}

bool HttpAnswerParser::readHead()
{
    while (m_pending.startsWith("\r\n"))
        m_pending.remove(0, 2);
    if (m_pending == "\r")
        return false;
    const auto end = m_pending.indexOf("\r\n\r\n");
    if (!isHeadSoFar(m_pending.first(end < 0 ? m_pending.size() : end)))
        return breakOff(u"What the server sent is no HTTP answer."_s);
    if (end > longestHead || (end < 0 && m_pending.size() > longestHead))
        return breakOff(u"The answer's head is longer than 16 KiB."_s);
    if (end < 0)
        return false;
    m_answer = {};
    const auto head = m_pending.first(end);
    m_pending.remove(0, end + 4);
    auto isFirst = true;
    for (qsizetype at = 0; at <= head.size();) {
        const auto stop = head.indexOf("\r\n", at);
        const auto line = QByteArrayView(head).sliced(at, (stop < 0 ? head.size() : stop) - at);
        if (!(isFirst ? readStatusLine(line) : readHeader(line)))
            return false;
        isFirst = false;
        at += line.size() + 2;
    }
    return chooseFraming();
}

bool HttpAnswerParser::readStatusLine(QByteArrayView line)
{
    const auto isKnown
        = std::ranges::find(knownVersions, line.first(std::min(line.size(), qsizetype{9}))) != knownVersions.end();
    if (!isKnown || line.size() < 12 || !std::ranges::all_of(line.sliced(9, 3), isDigitByte)
        || (line.size() > 12 && line[12] != ' ')) {
        return breakOff(u"What the server sent is no HTTP answer."_s);
    }
    m_isOld = !line.startsWith("HTTP/1.1");
    m_answer.status = line.sliced(9, 3).toInt();
    m_answer.reason = line.size() > 13 ? line.sliced(13).toByteArray() : QByteArray();
    return true;
}

bool HttpAnswerParser::readHeader(QByteArrayView line)
{
    const auto colon = line.indexOf(':');
    if (colon <= 0 || !std::ranges::all_of(line.first(colon), isTokenSign)
        || std::ranges::any_of(line.sliced(colon + 1), isForbiddenInValue)) {
        return breakOff(u"The answer has a broken header."_s);
    }
    m_answer.headers.emplace_back(line.first(colon).toByteArray(), line.sliced(colon + 1).trimmed().toByteArray());
    return true;
}

bool HttpAnswerParser::chooseFraming()
{
    const auto status = m_answer.status;
    if (status >= 100 && status < 200 && status != 101) {
        m_part = Part::Head; // an interim answer; the real one follows
        return true;
    }
    const auto connection = headerValue(m_answer.headers, "Connection");
    m_answer.keepsConnection = !hasWord(connection, "close") && (!m_isOld || hasWord(connection, "keep-alive"));
    const auto coding = headerValue(m_answer.headers, "Transfer-Encoding");
    if (m_isHead || status == 204 || status == 304 || status == 101)
        return complete();
    if (!coding.isEmpty() && !headerValue(m_answer.headers, "Content-Length").isEmpty())
        return breakOff(u"The answer names both a length and a transfer encoding."_s);
    if (hasWord(coding, "chunked")) {
        m_part = Part::ChunkSize;
        return true;
    }
    return readContentLength();
}

bool HttpAnswerParser::readContentLength()
{
    std::vector<QByteArray> lengths;
    for (const auto &[name, value] : m_answer.headers) {
        if (name.compare("Content-Length", Qt::CaseInsensitive) == 0)
            lengths.push_back(value);
    }
    if (lengths.empty()) {
        m_answer.keepsConnection = false;
        m_part = Part::UntilClose;
        return true;
    }
    bool isNumber = false;
    m_left = lengths.front().toLongLong(&isNumber);
    if (!isNumber || lengths.size() > 1 || !std::ranges::all_of(lengths.front(), isDigitByte))
        return breakOff(u"The answer's length is no number."_s);
    if (m_left > m_longestBody)
        return append(m_longestBody + 1);
    m_part = Part::Length;
    return true;
}

bool HttpAnswerParser::readCounted(Part next)
{
    const auto count = static_cast<qsizetype>(std::min(m_left, static_cast<qint64>(m_pending.size())));
    m_left -= count;
    if (!append(count))
        return false;
    if (m_left > 0)
        return false;
    if (next == Part::Done)
        return complete();
    m_part = next;
    return true;
}

bool HttpAnswerParser::readChunkSize()
{
    const auto end = m_pending.indexOf("\r\n");
    if (end < 0 && m_pending.size() <= longestChunkLine)
        return false;
    const auto line = m_pending.first(std::max(end, qsizetype{0}));
    const auto digits = line.first(std::ranges::find(line, ';') - line.begin()).trimmed();
    bool isNumber = false;
    m_left = digits.toLongLong(&isNumber, 16);
    if (!isNumber || m_left < 0 || digits.startsWith('+') || digits.contains('x') || digits.contains('X'))
        return breakOff(u"The answer's chunks are broken."_s);
    m_pending.remove(0, end + 2);
    m_part = m_left == 0 ? Part::Trailer : Part::Chunk;
    return true;
}

bool HttpAnswerParser::readChunkEnd()
{
    if (m_pending.size() < 2)
        return false;
    if (!m_pending.startsWith("\r\n"))
        return breakOff(u"The answer's chunks are broken."_s);
    m_pending.remove(0, 2);
    m_part = Part::ChunkSize;
    return true;
}

bool HttpAnswerParser::readTrailer()
{
    const auto end = m_pending.indexOf("\r\n");
    if (end < 0)
        return m_pending.size() > longestHead && breakOff(u"The answer's chunks are broken."_s);
    m_pending.remove(0, end + 2);
    m_left += end; // of all trailers together
    if (m_left > longestHead)
        return breakOff(u"The answer's chunks are broken."_s);
    return end > 0 || complete();
}

bool HttpAnswerParser::append(qsizetype count)
{
    if (m_answer.body.size() + count > m_longestBody)
        return breakOff(u"The answer is longer than %1 MiB."_s.arg(m_longestBody / (qint64{1024} * 1024)));
    m_answer.body.append(QByteArrayView(m_pending).first(count));
    m_pending.remove(0, count);
    return true;
}

bool HttpAnswerParser::complete()
{
    m_part = Part::Done;
    return false;
}

bool HttpAnswerParser::breakOff(const QString &fault)
{
    m_fault = fault;
    return false;
}

} // namespace Decayscope
