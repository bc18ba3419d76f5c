"""Views; it's 'quoted' text."""
from flask import Blueprint, jsonify

from ..auth import login_required

bp = Blueprint('tags', __name__, url_prefix='/ignored')


@bp.route('', methods=['GET'])
@login_required
def listTags(**kwargs):
    return jsonify(text=f"{kwargs['x']}")
