// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "turnblocks.h"
#include "turnhit.h"
#include "turnlook.h"

#include <trajectory/turndigest.h>

#include <QRectF>
#include <QStringList>
#include <QTextDocument>

#include <memory>

class QPainter;

namespace Decayscope {

/// A place in the text of a turn.
struct LayoutPlace
{
    int block = -1;
    int position = 0;

    auto operator<=>(const LayoutPlace &) const = default;
};

struct TurnSelection
{
    LayoutPlace from;
    LayoutPlace to; ///< Not before `from`.

    [[nodiscard]] bool isEmpty() const { return from == to; }
};

/// What stands in the first line of a turn.
struct TurnHead
{
    int turn = 0;
    TurnKind kind = TurnKind::Other;
    QString title;
    QString meta; ///< Time since the previous turn, tokens, cost.
    std::optional<int> returnCode;
    bool isInLoop = false;
};

/// One turn laid out for a width: its documents, their places, and how they are painted. Places are in
/// device-independent pixels from the turn's upper left corner.
class TurnLayout
{
public:
    TurnLayout(TurnHead head, std::vector<TurnBlock> blocks, const TurnLook &look, int width);
    ~TurnLayout();
    TurnLayout(TurnLayout &&) noexcept;

    struct Marks
    {
        std::vector<TurnHit> hits;
        std::optional<TurnHit> current;
        QStringList words;
        std::vector<QString> texts; ///< What each hit found, for texts that Markdown rearranged; may be shorter.
    };
    void setMarks(const Marks &marks);

    struct PaintState
    {
        bool isCurrent = false;
        bool hasFocus = false;
        TurnSelection selection;
    };
    void paint(QPainter &painter, const QRectF &clip, const PaintState &state) const;

    [[nodiscard]] int height() const { return m_height; }
    [[nodiscard]] qint64 bytes() const { return m_bytes; }
    [[nodiscard]] const TurnHead &head() const { return m_head; }
    [[nodiscard]] LayoutPlace placeAt(const QPointF &point) const;
    [[nodiscard]] TurnLink linkAt(const QPointF &point) const;
    /// The link that Enter follows: the first to code, else the first to open or close something.
    [[nodiscard]] TurnLink mainLink() const;
    [[nodiscard]] TurnSelection wordAt(const LayoutPlace &place) const;
    [[nodiscard]] QString text(const TurnSelection &selection) const;
    /// Where a hit is to be seen; nothing where its row is not laid out.
    [[nodiscard]] std::optional<QRectF> rectOf(const TurnHit &hit) const;
    /// The head, then each block with a sign of what it is.
    [[nodiscard]] QStringList visibleTexts() const;

private:
    struct Item;

    void layOut(const TurnLook &look, int width);
    void paintHead(QPainter &painter, const PaintState &state) const;
    [[nodiscard]] double signWidth() const;
    [[nodiscard]] double kindWidth() const;
    [[nodiscard]] double paintBadges(QPainter &painter, const QRectF &line) const;
    void paintBlock(QPainter &painter, const Item &item, const QRectF &clip, const PaintState &state, int number) const;

    TurnHead m_head;
    TurnLook m_look;
    std::vector<Item> m_items;
    int m_width = 0;
    int m_height = 0;
    qint64 m_bytes = 0;
};

} // namespace Decayscope
