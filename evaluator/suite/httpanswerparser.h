// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "httpwire.h"

namespace Decayscope {

/// Reads one answer to one request from the bytes of a connection, as they come. Bounded: a head of 16 KiB, as Node
/// allows, and a body of what the caller says.
class HttpAnswerParser
{
public:
    enum class State : quint8 { Reading, Complete, Broken };

    HttpAnswerParser(bool isHead, qint64 longestBody);

    /// Takes the next bytes. After Complete nothing more belongs to the answer.
    State feed(QByteArrayView bytes);

    /// The server has closed the connection.
    State finish();

    [[nodiscard]] const QString &fault() const { return m_fault; } ///< Why it is Broken, a sentence.
    [[nodiscard]] bool hasBegun() const { return m_hasBegun; }
    [[nodiscard]] WireAnswer takeAnswer() { return std::move(m_answer); }

private:
    enum class Part : quint8 { Head, Length, UntilClose, ChunkSize, Chunk, ChunkEnd, Trailer, Done };

    bool step();
    bool readHead();
    bool readStatusLine(QByteArrayView line);
    bool readHeader(QByteArrayView line);
    bool chooseFraming();
    bool readContentLength();
    bool readCounted(Part next);
    bool readChunkSize();
    bool readChunkEnd();
    bool readTrailer();
    bool append(qsizetype count);
    bool complete();
    bool breakOff(const QString &fault);

    bool m_isHead;
    qint64 m_longestBody;
    QByteArray m_pending;
    Part m_part = Part::Head;
    qint64 m_left = 0; ///< Bytes to come of the body or chunk.
    bool m_isOld = false; ///< HTTP/1.0, which closes unless it says otherwise.
    bool m_hasBegun = false;
    WireAnswer m_answer;
    QString m_fault;
};

} // namespace Decayscope
