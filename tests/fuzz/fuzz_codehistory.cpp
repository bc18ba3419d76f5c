// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <code/codehistory.h>

using namespace Decayscope;

namespace {

/// Commands between zero bytes; each succeeds or not by its length.
class GivenCommands : public TurnSource
{
public:
    explicit GivenCommands(const QByteArray &bytes)
        : m_commands(bytes.split('\0'))
    { }

    int count() const override { return static_cast<int>(m_commands.size()) * 2; }
    Turn outline(int) const override { return {}; }
    QByteArray raw(int) const override { return {}; }
    TurnContent turn(int index) const override
    {
        const auto &command = m_commands.at(index / 2);
        TurnContent turn;
        turn.role = index % 2 == 0 ? TurnRole::Assistant : TurnRole::User;
        TurnPart part;
        part.kind = index % 2 == 0 ? PartKind::Command : PartKind::Output;
        part.text = QString::fromUtf8(command);
        part.returnCode = static_cast<int>(command.size() % 3);
        turn.parts.push_back(part);
        return turn;
    }

private:
    QByteArrayList m_commands;
};

} // namespace

/// The last command stands for the patch too.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto history = CodeHistory::of(GivenCommands(bytes), bytes.split('\0').constLast(), Progress());
    for (const auto &path : history.paths()) {
        std::ignore = history.versionAt(path, 3);
        std::ignore = history.finalFile(path);
        std::ignore = history.resolved(path);
    }
    return 0;
}
